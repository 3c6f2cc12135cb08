// What Swift cannot import of pango and cairo, each with its reason.
#pragma once
#include <cairo/cairo-pdf.h>
#include <cairo/cairo.h>
#include <pango/pangocairo.h>

// g_object_unref is a macro over typeof.
static inline void shim_unref(void *object) { (g_object_unref)(object); }

// A callback's status is an enum of C, which Swift would have to make of a number.
typedef int (*shim_writer)(void *closure, const unsigned char *data, unsigned int length);
struct shim_sink {
  shim_writer write;
  void *closure;
};
static cairo_status_t shim_forward(void *sink, const unsigned char *data, unsigned int length) {
  struct shim_sink *to = (struct shim_sink *)sink;
  return to->write(to->closure, data, length) == 0 ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}
static inline cairo_surface_t *shim_pdf_surface(struct shim_sink *sink, double width, double height) {
  return cairo_pdf_surface_create_for_stream(shim_forward, sink, width, height);
}
