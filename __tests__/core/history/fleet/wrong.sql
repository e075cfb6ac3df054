SELEC finding_id FRM outcomes WHER tier = 0;
