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

/* An input of octets in memory that says which address it is from. The address is freed with it, by what Swift sees only as
   a macro. */
static inline xmlParserInputPtr registrar_input(
  xmlParserCtxtPtr context, const char *octets, int count, const char *address) {
  xmlParserInputBufferPtr buffer = xmlParserInputBufferCreateMem(octets, count, XML_CHAR_ENCODING_NONE);
  if (buffer == NULL) return NULL;
  xmlParserInputPtr input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE);
  if (input == NULL) {
    xmlFreeParserInputBuffer(buffer);
    return NULL;
  }
  input->filename = (const char *)xmlStrdup((const xmlChar *)address);
  return input;
}

#endif
