#include "core/report/archive.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <optional>

namespace evenkeel::report {

namespace {

constexpr std::size_t passphrase_bytes = 20;
constexpr std::size_t bits_per_letter = 5;
constexpr std::size_t letters_per_group = 4;
constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // no I, L, O, U

Error cannot_be_made() {
    return {ErrorCode::internal, "The archive cannot be made; nothing was written."};
}

}  // namespace

std::string make_archive_passphrase(Random& random) {
    ByteArray<passphrase_bytes> bytes{};
    random.fill(bytes);
    std::string words;
    for (std::size_t i = 0; i < passphrase_bytes * 8 / bits_per_letter; ++i) {
        if (i > 0 && i % letters_per_group == 0) words += '-';
        std::size_t letter = 0;
        for (std::size_t bit = i * bits_per_letter; bit < (i + 1) * bits_per_letter; ++bit) {
            letter = letter * 2 + ((bytes[bit / 8] >> (7 - bit % 8)) & 1U);
        }
        words += letters[letter];
    }
    return words;
}

struct Archive::State {
    explicit State(NewFile& target) : file(target), writer(archive_write_new()) {}
    ~State() {
        if (writer != nullptr) archive_write_free(writer);
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    // What went wrong below says more than the library does.
    [[nodiscard]] Error error() const { return failure ? *failure : cannot_be_made(); }

    NewFile& file;
    ::archive* writer;
    std::optional<Error> failure;
};

namespace {

// For the library: what it made goes into the file at once.
template <typename State>
la_ssize_t take(::archive* writer, void* context, const void* bytes, std::size_t size) {
    State& state = *static_cast<State*>(context);
    const auto written = state.file.append({static_cast<const Byte*>(bytes), size});
    if (written.ok()) return static_cast<la_ssize_t>(size);
    state.failure = written.error();
    archive_set_error(writer, -1, "not written");
    return -1;
}

}  // namespace

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::begin(NewFile& file, const std::string& passphrase) {
    auto state = std::make_unique<State>(file);
    ::archive* const writer = state->writer;
    const bool is_ready =
        writer != nullptr && archive_write_set_format_zip(writer) == ARCHIVE_OK &&
        archive_write_set_options(writer, "zip:encryption=aes256") == ARCHIVE_OK &&
        archive_write_set_passphrase(writer, passphrase.c_str()) == ARCHIVE_OK &&
        archive_write_set_bytes_in_last_block(writer, 1) == ARCHIVE_OK &&
        archive_write_open(writer, state.get(), nullptr, &take<State>, nullptr) == ARCHIVE_OK;
    if (!is_ready) return cannot_be_made();
    return Archive(std::move(state));
}

Result<void> Archive::add(const std::string& name, std::string_view bytes) {
    const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                         &archive_entry_free);
    if (entry == nullptr) return cannot_be_made();
    constexpr int readable_by_owner = 0600;
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), readable_by_owner);
    if (archive_write_header(state_->writer, entry.get()) != ARCHIVE_OK) return state_->error();
    constexpr std::size_t piece_bytes = 64 * 1024;
    while (!bytes.empty()) {
        const std::string_view piece = bytes.substr(0, piece_bytes);
        const la_ssize_t done = archive_write_data(state_->writer, piece.data(), piece.size());
        if (done <= 0) return state_->error();
        bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return {};
}

Result<void> Archive::finish() {
    if (archive_write_close(state_->writer) != ARCHIVE_OK) return state_->error();
    return {};
}

}  // namespace evenkeel::report
