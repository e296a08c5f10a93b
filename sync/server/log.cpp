#include "sync/server/log.h"

#include <filesystem>

namespace evenkeel::server {

namespace {

constexpr std::size_t log_bytes_max = 4UL * 1024 * 1024;

}  // namespace

Result<std::unique_ptr<Log>> Log::open(const std::string& path) {
    std::unique_ptr<Log> log(new Log(path));
    log->open_file();
    if (!log->file_) return Error(ErrorCode::refused, "The server's log cannot be written there.");
    return log;
}

void Log::open_file() {
    file_.open(path_, std::ios::app | std::ios::binary);
    std::error_code error;
    using std::filesystem::perms;
    std::filesystem::permissions(path_, perms::owner_read | perms::owner_write, error);
    const auto size = std::filesystem::file_size(path_, error);
    written_ = error ? 0 : static_cast<std::size_t>(size);
}

void Log::start_anew() {
    file_.close();
    std::error_code ignored;
    std::filesystem::rename(path_, path_ + ".1", ignored);
    open_file();
}

void Log::line(Instant now, Literal event, std::initializer_list<Field> fields) {
    std::string text = std::to_string(now.ms) + " " + event.text;
    for (const Field& field : fields) {
        text += std::string(" ") + field.name.text + "=" + std::to_string(field.value);
    }
    text += '\n';
    const std::scoped_lock lock(mutex_);
    if (written_ > log_bytes_max) start_anew();
    file_.clear();
    file_.write(text.data(), static_cast<std::streamsize>(text.size()));
    file_.flush();
    written_ += text.size();
}

}  // namespace evenkeel::server
