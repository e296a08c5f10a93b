// What a person reads of a made document, as one line of plain words: for comparing formats.
#pragma once

#include <map>
#include <string>

namespace evenkeel::test {

// Runs of blanks and line breaks are one blank.
std::string one_line(const std::string& text);
// Without tags, styles and head, entities as the characters they stand for.
std::string words_of_html(const std::string& html);
// By pdftotext, which must be there.
std::string words_of_pdf(const std::string& pdf);

// What is in an encrypted ZIP, as another program than the one that made it opens it: by name.
// Throws if the passphrase does not open it.
std::map<std::string, std::string> parts_of_archive(const std::string& path,
                                                    const std::string& passphrase);

}  // namespace evenkeel::test
