// The session brief as a document to print or to keep.
#pragma once

#include "app/model/brief_view.h"
#include "core/report/document.h"

namespace evenkeel::model {

// Sections in the order of the brief, headings included. Invisible and direction-changing
// characters of texts are left out, so that no text can pretend to be another line.
report::Document brief_document(const SessionBrief& brief, const std::string& made_by);

enum class BriefFormat { text, html, pdf };
// By the name's ending: ".pdf", ".html" or ".txt"; nothing for any other.
std::optional<BriefFormat> brief_format_of(const std::string& path);

Result<Bytes> document_bytes(const report::Document& document, BriefFormat format);
Result<Bytes> brief_bytes(const SessionBrief& brief, const std::string& made_by,
                          BriefFormat format);

}  // namespace evenkeel::model
