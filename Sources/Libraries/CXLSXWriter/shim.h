// What Swift cannot import of libxlsxwriter, each with its reason.
#ifndef CXLSXWRITER_SHIM_H
#define CXLSXWRITER_SHIM_H

#include <stdio.h>
#include <unistd.h>
#include <xlsxwriter.h>

// sys/mman.h declares memfd_create for _GNU_SOURCE only. Glibc's module does not define that, and defined here it would
// give types of Glibc other members than they have in every other module.
int memfd_create(const char *name, unsigned int flags);

// The flag is MFD_CLOEXEC.
static inline int shim_memory_file(void) { return memfd_create("spreadsheet", 1U); }

// A memory file's name, which libxlsxwriter opens for itself.
static inline void shim_memory_file_name(int descriptor, char *name, size_t size) {
  snprintf(name, size, "/proc/self/fd/%d", descriptor);
}

// lxw_doc_properties has members of char *, which libxlsxwriter copies and never writes to.
static inline lxw_error shim_set_properties(lxw_workbook *workbook, const char *title, time_t created) {
  lxw_doc_properties properties = {.title = (char *) title, .created = created};
  return workbook_set_properties(workbook, &properties);
}

// In constant memory each row goes to a temporary file when the next one begins.
static inline lxw_workbook *shim_new_workbook(const char *name) {
  lxw_workbook_options options = {.constant_memory = 1, .use_zip64 = 0};
  return workbook_new_opt(name, &options);
}

// LXW_BORDER_THIN and the like are constants of unnamed use; Swift sees them by another type than the functions take.
static inline void shim_make_heading(lxw_format *format) {
  format_set_bold(format);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  format_set_bottom(format, LXW_BORDER_THIN);
}

static inline void shim_make_wrapped(lxw_format *format) {
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
}

#endif
