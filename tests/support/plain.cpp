#include "tests/support/plain.h"

#include "tests/support/process.h"

#include <array>
#include <filesystem>
#include <stdexcept>
#include <utility>

namespace evenkeel::test {

std::string one_line(const std::string& text) {
    std::string line;
    for (const char c : text) {
        const bool is_blank = c == ' ' || c == '\n' || c == '\f' || c == '\r';
        if (!is_blank) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    return line;
}

std::string words_of_html(const std::string& html) {
    constexpr std::array<std::pair<std::string_view, char>, 5> entities = {
        std::pair{std::string_view("&amp;"), '&'},
        {"&lt;", '<'},
        {"&gt;", '>'},
        {"&quot;", '"'},
        {"&#39;", '\''}};
    std::string words;
    for (std::size_t i = html.find("<body>"); i < html.size(); ++i) {
        if (html[i] == '<') {
            const bool is_picture = html.compare(i, 4, "<svg") == 0;
            i = is_picture ? html.find("</svg>", i) + 5 : html.find('>', i);
            words += ' ';
            continue;
        }
        char shown = html[i];
        for (const auto& [entity, character] : entities) {
            if (html.compare(i, entity.size(), entity) != 0) continue;
            shown = character;
            i += entity.size() - 1;
            break;
        }
        words += shown;
    }
    return one_line(words);
}

std::string words_of_pdf(const std::string& pdf) {
    const ScratchFolder folder;
    write_text(folder.path("brief.pdf"), pdf);
    const Finished read = run_program({EVENKEEL_PDFTOTEXT, "-raw", folder.path("brief.pdf"), "-"});
    if (read.exit_code != 0) throw std::runtime_error("pdftotext: " + read.errors);
    return one_line(read.output);
}

std::map<std::string, std::string> parts_of_archive(const std::string& path,
                                                    const std::string& passphrase) {
    const ScratchFolder folder;
    const Finished opened = run_program(
        {EVENKEEL_7Z, "x", "-y", "-bd", "-p" + passphrase, "-o" + folder.path("out"), path});
    if (opened.exit_code != 0) throw std::runtime_error("7z: " + opened.output + opened.errors);
    std::map<std::string, std::string> parts;
    const std::filesystem::path root = folder.path("out");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (!entry.is_regular_file()) continue;
        parts[entry.path().lexically_relative(root).string()] = read_text(entry.path().string());
    }
    return parts;
}

}  // namespace evenkeel::test
