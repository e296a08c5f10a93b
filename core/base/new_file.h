// A file that is made piece by piece and is there whole, or not at all. A port: each system has its
// implementation in `platform`, chosen when linking.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <string>

namespace evenkeel {

// Grows under a name of its own beside the wanted one. Destroyed before `finish`, it takes what it
// wrote away again.
class NewFile {
public:
    // invalid_input where a file of that name is there already: nothing is written over.
    static Result<NewFile> begin(const std::string& path);
    NewFile(NewFile&& other) noexcept;
    NewFile& operator=(NewFile&&) = delete;
    ~NewFile();

    Result<void> append(ByteView bytes);
    // Durable under its own name when this returns. Readable by this person only.
    Result<void> finish();

private:
    NewFile(std::string path, int file) : path_(std::move(path)), file_(file) {}
    std::string path_;
    int file_;
};

}  // namespace evenkeel
