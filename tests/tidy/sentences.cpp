#include "tests/tidy/sentences.h"

#include <algorithm>
#include <array>

namespace evenkeel::tidy {

namespace {

constexpr std::string_view shown_to_clients =
    "app/ui/screens/boundary_cards.cpp app/ui/screens/client_*.cpp app/ui/screens/composer*.cpp "
    "app/ui/screens/counted.cpp app/ui/screens/counting.cpp app/ui/screens/day_charts.cpp "
    "app/ui/screens/device_removal.cpp app/ui/screens/devices.cpp "
    "app/ui/screens/found_file.cpp app/ui/screens/leaving.cpp app/ui/screens/mood_card.cpp "
    "app/ui/screens/own_data.cpp app/ui/screens/passphrase.cpp app/ui/screens/trends.cpp "
    "app/ui/screens/crisis*.cpp app/ui/screens/first_run.cpp app/ui/screens/intake_filling.cpp "
    "app/ui/screens/intake_question.cpp app/ui/screens/journal*.cpp app/ui/screens/lock.cpp "
    "app/ui/screens/note.cpp app/ui/screens/opened.cpp app/ui/screens/parts.cpp "
    "app/ui/screens/plan.cpp app/ui/screens/questions.cpp app/ui/screens/reminder_settings.cpp "
    "app/ui/screens/screen_time.cpp app/ui/screens/settings.cpp app/ui/screens/sharing.cpp "
    "app/ui/screens/today.cpp app/ui/screens/typing.cpp app/ui/screens/use_controls.cpp "
    "app/ui/screens/words.h app/ui/screens/writing.cpp app/background/background.cpp "
    "app/model/agreed_strips.cpp app/model/error_words.cpp app/model/figure_words.cpp "
    "app/model/impact.cpp app/model/impact_words.cpp app/model/import_file.cpp "
    "app/model/intake_words.cpp app/model/own_use.cpp app/model/phrases.cpp app/model/ranges.cpp "
    "app/model/reliance_words.cpp app/model/safety_phrases.cpp app/model/seen_day.cpp "
    "app/model/sync_line.cpp app/model/trends_view.cpp";

constexpr std::array<std::string_view, 7> translating = {
    "tr", "tr_n", "tr_as", "tr_later", "tr_later_as", "tr_known", "plural"};

bool is_letter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

// "Add a note" and "Kept", but no id as "quiet-from", no unit as "15 min" and no plain English that
// is put into a place by nobody: one word in small letters.
bool is_sentence(std::string_view text) {
    std::size_t word = 0;
    bool has_word = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        word = is_letter(text[i]) ? word + 1 : 0;
        has_word = has_word || word > 3;
    }
    const bool is_capital = !text.empty() && text[0] >= 'A' && text[0] <= 'Z';
    return has_word && (is_capital || text.find(' ') != std::string_view::npos);
}

// Follows the calls through the code of a file, to know which one a literal stands in.
struct Calls {
    std::vector<std::string> open;
    std::string name;

    void see(char character) {
        if (is_word_character(character)) {
            name += character;
            return;
        }
        if (character == '(') open.push_back(name);
        if (character == ')' && !open.empty()) open.pop_back();
        name.clear();
    }
    [[nodiscard]] bool translates() const {
        return std::ranges::any_of(open, [](const std::string& call) {
            return std::ranges::find(translating, call) != translating.end();
        });
    }
};

// Every literal on a line of its own, those that follow each other as one.
void append_literals(const SourceFile& file, std::string& all) {
    bool is_joined = false;
    for (std::size_t i = 0; i < file.code.size(); ++i) {
        const std::string& code = file.code[i];
        for (std::size_t at = 0; at < code.size(); ++at) {
            if (code[at] != '"') {
                is_joined = is_joined && code[at] == ' ';
                continue;
            }
            const std::size_t end = std::min(code.find('"', at + 1), code.size());
            if (is_joined) {
                all.pop_back();
            } else {
                all += '\n';
            }
            all += file.lines[i].substr(at + 1, end - at - 1) + '\n';
            is_joined = true;
            at = end;
        }
    }
}

// As an error has its places: "{}" for each.
std::string unnumbered(std::string line) {
    for (std::size_t at = 0; at + 2 < line.size(); ++at) {
        const bool is_place =
            line[at] == '{' && line[at + 2] == '}' && line[at + 1] >= '0' && line[at + 1] <= '9';
        if (is_place) line.erase(at + 1, 1);
    }
    return line;
}

}  // namespace

Findings check_sentences(const SourceFile& file) {
    Findings findings;
    if (!matches_any(file.path, shown_to_clients)) return findings;
    Calls calls;
    for (std::size_t i = 0; i < file.code.size(); ++i) {
        const std::string& code = file.code[i];
        if (code.starts_with("#")) continue;
        for (std::size_t at = 0; at < code.size(); ++at) {
            calls.see(code[at]);
            if (code[at] != '"') continue;
            const std::size_t end = std::min(code.find('"', at + 1), code.size());
            const std::string text = file.lines[i].substr(at + 1, end - at - 1);
            if (is_sentence(text) && !calls.translates()) {
                findings.push_back(
                    {file.path, i + 1, "sentences", "\"" + text + "\" is English for everyone"});
            }
            at = end;
        }
        calls.see(' ');
    }
    return findings;
}

Findings check_errors(const SourceFile& errors, const SourceFiles& sources) {
    std::string said;
    for (const SourceFile& file : sources) {
        const bool is_programs = file.is_cpp() && !file.path.starts_with("tests/");
        if (is_programs) append_literals(file, said);
    }
    Findings findings;
    for (std::size_t i = 0; i < errors.lines.size(); ++i) {
        const std::string& line = errors.lines[i];
        if (line.empty() || said.find('\n' + unnumbered(line) + '\n') != std::string::npos)
            continue;
        findings.push_back({errors.path, i + 1, "sentences", "no source says \"" + line + "\""});
    }
    return findings;
}

}  // namespace evenkeel::tidy
