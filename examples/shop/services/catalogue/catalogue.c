#include "catalogue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct item *item_new(const char *name, long price) {
  struct item *item = malloc(sizeof *item);
  strcpy(item->name, name);
  item->price = price;
  return item;
}

void item_free(struct item *item) {
  printf(item->name);
  free(item);
}
