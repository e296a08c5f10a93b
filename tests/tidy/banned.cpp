#include "tests/tidy/banned.h"

#include <array>

namespace evenkeel::tidy {

namespace {

enum class Kind { call, word };

struct Ban {
    Kind kind;
    std::string_view names;   // several share one reason
    std::string_view within;  // the folders the ban holds in; empty: everywhere
    std::string_view except;  // where it does not
    std::string_view reason;
};

constexpr std::array bans = {
    Ban{Kind::call, "strcpy strcat sprintf vsprintf gets strtok", "", "",
        "writes past its end; use std::string"},
    Ban{Kind::call, "atoi atol atof", "", "", "cannot say that it failed; use std::from_chars"},
    Ban{Kind::call, "rand srand", "", "", "randomness is handed in (core/base/ports.h)"},
    Ban{Kind::call, "system popen", "", "tests", "hands a line to a shell"},
    Ban{Kind::call, "time clock clock_gettime gettimeofday localtime gmtime localtime_r gmtime_r",
        "", "platform app/*_main.cpp tests", "reads a clock; the time is handed in"},
    Ban{Kind::word, "system_clock::now steady_clock::now high_resolution_clock utc_clock::now", "",
        "platform app/*_main.cpp tests", "reads a clock; the time is handed in"},
    Ban{Kind::call, "getenv secure_getenv", "", "platform app tests",
        "hides an input; whoever needs it is handed it"},
    Ban{Kind::call, "memcmp", "sync/trust sync/paper", "",
        "its time tells how much was equal; use sodium_memcmp"},
    Ban{Kind::call, "printf fprintf puts fputs putchar perror", "",
        "app tests core/base/assert.cpp", "prints; only programs speak to people"},
    Ban{Kind::word, "std::cout std::cerr std::clog", "", "app tests platform/linux/terminal.cpp",
        "prints; only programs speak to people"},
    Ban{Kind::word, "std::regex", "", "", "overflows the stack on long input"},
    Ban{Kind::word, "throw", "", "sync/server tests", "errors are values; return an Error"},
    Ban{Kind::word, "std::thread std::jthread std::async", "core sync/trust sync/paper", "",
        "the core starts no threads and needs none"},
    Ban{Kind::call, "reveal",
        "sync/trust sync/paper sync/wire sync/server platform core/base core/delta core/sql",
        "core/base/phi.h",
        "a client's words are opened only where they are shown, encoded or exported"},
    Ban{Kind::word, "#if #ifdef #ifndef", "", "platform app/*_main.cpp core/sql/error.cpp tests",
        "systems differ in platform/ (and in their error numbers), nowhere else"},
};

bool is_name_end(std::string_view line, std::size_t end) {
    return end >= line.size() || !is_word_character(line[end]);
}

// True if the name at `place` is called as a free function: not a member, not another namespace's,
// not a declaration with its type in front.
bool is_free_call(std::string_view line, std::size_t place, std::size_t length) {
    if (!trimmed(line.substr(place + length)).starts_with('(')) return false;
    const auto before = trimmed(line.substr(0, place));
    if (before.ends_with("std::")) return true;
    if (before.ends_with("::")) {
        const auto scope = before.substr(0, before.size() - 2);
        return scope.empty() || !(is_word_character(scope.back()) || scope.back() == '>');
    }
    if (before.empty() || before.ends_with("return") || before.ends_with("&&")) return true;
    if (before.ends_with("->")) return false;
    static constexpr std::string_view declares = ".>*&~";
    return !is_word_character(before.back()) &&
           declares.find(before.back()) == std::string_view::npos;
}

bool occurs(const Ban& ban, std::string_view name, std::string_view line) {
    for (auto place = line.find(name); place != std::string_view::npos;
         place = line.find(name, place + 1)) {
        const bool whole = (place == 0 || !is_word_character(line[place - 1])) &&
                           is_name_end(line, place + name.size());
        if (!whole) continue;
        // A member such as .reveal() is what that ban is about.
        if (name == "reveal") return true;
        // A consteval function speaks to the compiler's user by throwing a literal.
        if (name == "throw" && trimmed(line.substr(place + name.size())).starts_with('"')) continue;
        if (ban.kind == Kind::word) return true;
        if (is_free_call(line, place, name.size())) return true;
    }
    return false;
}

void check_ban(const Ban& ban, const SourceFile& file, Findings& findings) {
    if (!ban.within.empty() && !matches_any(file.path, ban.within)) return;
    if (matches_any(file.path, ban.except)) return;
    for (const std::string& name : words_of(ban.names)) {
        for (std::size_t i = 0; i < file.code.size(); ++i) {
            if (!occurs(ban, name, file.code[i])) continue;
            findings.push_back({file.path, i + 1, "banned", name + ": " + std::string(ban.reason)});
        }
    }
}

bool switches_off(std::string_view line, std::string_view option) {
    const auto place = line.find(option);
    if (place == std::string_view::npos) return false;
    const auto value = trimmed(line.substr(place + option.size()));
    if (!value.starts_with(',')) return false;
    const auto argument = trimmed(value.substr(1));
    return argument.starts_with('0') || argument.starts_with("false");
}

bool mentions(const SourceFile& file, std::string_view word) {
    for (const std::string& line : file.code) {
        if (line.find(word) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

Findings check_banned(const SourceFile& file) {
    Findings findings;
    for (const Ban& ban : bans) check_ban(ban, file, findings);
    return findings;
}

Findings check_tls_switches(const SourceFiles& files) {
    Findings findings;
    for (const std::string_view option : {"CURLOPT_SSL_VERIFYPEER", "CURLOPT_SSL_VERIFYHOST"}) {
        bool switched = false;
        for (const SourceFile& file : files) {
            const bool pins =
                matches_any(file.path, "sync/client") && mentions(file, "CURLOPT_PINNEDPUBLICKEY");
            for (std::size_t i = 0; i < file.code.size(); ++i) {
                if (!switches_off(file.code[i], option)) continue;
                if (!pins || switched) {
                    findings.push_back(
                        {file.path, i + 1, "tls-switch",
                         std::string(option) + " is switched off where no pin takes its place"});
                }
                switched = true;
            }
        }
    }
    return findings;
}

Findings check_marks(const SourceFile& file) {
    // Put together here, so that this file does not breach its own rule.
    static const std::array<std::string, 4> words = {
        std::string("TO") + "DO", std::string("FIX") + "ME", std::string("XX") + "X",
        std::string("HA") + "CK"};
    static const std::array<std::string, 4> idle = {
        std::string("[") + ".", std::string("SK") + "IP(", std::string("[!") + "mayfail",
        std::string("[!") + "shouldfail"};
    Findings findings;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const std::string_view line = file.lines[i];
        for (const std::string& word : words) {
            if (!occurs({Kind::word, "", "", "", ""}, word, line)) continue;
            findings.push_back({file.path, i + 1, "left-over",
                                "a mark of unfinished work; do it, or open an issue"});
        }
        for (const std::string& mark : idle) {
            if (!file.is_cpp() || !matches_any(file.path, "tests")) continue;
            if (line.find(mark) == std::string_view::npos) continue;
            findings.push_back(
                {file.path, i + 1, "idle-test", mark + ": a test that does not run is decoration"});
        }
    }
    return findings;
}

}  // namespace evenkeel::tidy
