// One encrypted file that is opened with ordinary tools and without Evenkeel: a ZIP with AES-256.
//
// The key of such a file comes from its passphrase by a quick derivation (PBKDF2, 1,000 rounds of
// HMAC-SHA-1), which protects no phrase a person would think of. So the program makes it: only
// `make_archive_passphrase` may be handed in. Names and sizes of the parts are not encrypted.
#pragma once

#include "core/base/new_file.h"
#include "core/base/ports.h"

#include <memory>
#include <string>
#include <string_view>

namespace evenkeel::report {

// 160 random bits as eight groups of four letters and digits, none of which look alike. It is shown
// once and kept nowhere.
std::string make_archive_passphrase(Random& random);

// Writes part after part into `file`, encrypted before a byte of it reaches the disk. Holds no more
// than one part at a time, and that in its caller's hands.
class Archive {
public:
    static Result<Archive> begin(NewFile& file, const std::string& passphrase);
    Archive(Archive&&) noexcept;
    Archive& operator=(Archive&&) = delete;
    ~Archive();

    // `name` says nothing about a person: "record.html".
    Result<void> add(const std::string& name, std::string_view bytes);
    // The file itself is finished by its owner.
    Result<void> finish();

private:
    struct State;
    explicit Archive(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace evenkeel::report
