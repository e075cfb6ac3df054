#include "catalogue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Reads one line `name;price` of the supplier's price list. */
int import_line(const char *line) {
  char name[32];
  long price = 0;
  char *copy = malloc(strlen(line) + 1);
  strcpy(copy, line);
  if (sscanf(copy, "%[^;];%ld", name, &price) != 2) {
    free(copy);
    fprintf(stderr, "not a price line: %s\n", copy);
    return -1;
  }
  struct item *item = item_new(name, price);
  item_free(item);
  return 0;
}
