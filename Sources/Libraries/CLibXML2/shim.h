#ifndef REGISTRAR_CLIBXML2_SHIM_H
#define REGISTRAR_CLIBXML2_SHIM_H

/* libxml2's encoding header drags in the system's ICU, whose types clash with those of Foundation's own copy in any
   target that sees both. Only the tail of a struct that we never touch depends on it. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>

/* XML_SAX2_MAGIC is a macro with an unsigned value that Swift imports with the wrong sign. */
static inline unsigned int registrar_sax2_magic(void) { return XML_SAX2_MAGIC; }

/* A loader that finds nothing: installed once, so that no document or schema can open a file or a socket. */
static inline xmlParserInputPtr registrar_load_nothing(const char *url, const char *id, xmlParserCtxtPtr context) {
  (void)url;
  (void)id;
  (void)context;
  return NULL;
}

/* Swift cannot name the loader's type as a C function constant without a shim. */
static inline void registrar_refuse_external_entities(void) {
  xmlSetExternalEntityLoader(registrar_load_nothing);
}

#endif
