#ifndef CATALOGUE_H
#define CATALOGUE_H

struct item {
  char name[32];
  long price;
};

struct item *item_new(const char *name, long price);
void item_free(struct item *item);
int import_line(const char *line);

#endif
