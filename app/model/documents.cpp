#include "app/model/documents.h"

#include "core/base/files.h"
#include "core/domain/local_time.h"

namespace evenkeel::model {

namespace {

// A person with more files of one day and name than this picks a name by hand.
constexpr int names_tried_max = 99;

}  // namespace

std::string free_path(const std::string& folder, const std::string& name,
                      const std::string& ending) {
    const std::string start = folder.empty() ? name : folder + "/" + name;
    std::string path = start + ending;
    for (int i = 2; file_exists(path) && i <= names_tried_max; ++i) {
        path = start + " " + std::to_string(i) + ending;
    }
    return path;
}

Result<void> write_new_file(const std::string& path, ByteView bytes) {
    if (path.empty() || path.ends_with('/')) {
        return Error(ErrorCode::invalid_input, "Give the file a name; nothing was written.");
    }
    if (file_exists(path)) {
        return Error(ErrorCode::invalid_input,
                     "A file of that name is there already, and stays as it is. Choose another "
                     "name.");
    }
    const auto written = write_whole_file(path, bytes);
    if (written.ok()) return {};
    switch (written.error().code()) {
        case ErrorCode::not_found:
            return Error(ErrorCode::not_found,
                         "There is no such folder; nothing was written. Choose another one.");
        case ErrorCode::refused:
            return Error(ErrorCode::refused,
                         "The system lets nobody write into that folder; nothing was written. "
                         "Choose another one.");
        case ErrorCode::disk_full:
            return Error(ErrorCode::disk_full, "The disk is full; nothing was written.");
        default:
            return written;
    }
}

std::string file_day(Instant now, const std::string& zone) {
    const auto time = local_time(now, zone);
    return time.ok() ? print_date(time.value().date) : std::string();
}

}  // namespace evenkeel::model
