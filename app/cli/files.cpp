// Files a person named on the command line.
#include "core/base/files.h"

#include "app/cli/session.h"

namespace evenkeel::cli {

Result<std::string> read_file(const std::string& path, std::size_t bytes_max) {
    auto bytes = read_whole_file(path, bytes_max);
    if (bytes.ok()) return to_string(bytes.value());
    if (bytes.error().code() != ErrorCode::damaged) return bytes.error();
    return Error(ErrorCode::invalid_input, "That file has more than {} bytes.")
        .with(static_cast<long long>(bytes_max));
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
    return write_whole_file(path, as_bytes(bytes));
}

}  // namespace evenkeel::cli
