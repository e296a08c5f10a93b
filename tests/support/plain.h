// What a person reads of a made document, as one line of plain words: for comparing formats.
#pragma once

#include <string>

namespace evenkeel::test {

// Runs of blanks and line breaks are one blank.
std::string one_line(const std::string& text);
// Without tags, styles and head, entities as the characters they stand for.
std::string words_of_html(const std::string& html);
// By pdftotext, which must be there.
std::string words_of_pdf(const std::string& pdf);

}  // namespace evenkeel::test
