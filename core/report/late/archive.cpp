// libarchive, looked for when the first archive is made. It brings nine libraries, among them the
// tables of all scripts of the world: some two megabytes that nearly no run of a program needs.
//
// Each function has the name and the type of libarchive's own and hands on to it. Without the
// library the first gives nothing, as it does without memory, and nobody gets to call the others.
#include <archive.h>
#include <archive_entry.h>
#include <cstddef>
#include <dlfcn.h>

namespace {

void* library() {
    static void* const handle = dlopen("libarchive.so.13", RTLD_LAZY | RTLD_LOCAL);
    return handle;
}

template <typename Function>
Function* real(const char* name) {
    return reinterpret_cast<Function*>(dlsym(library(), name));
}

}  // namespace

extern "C" {

archive* archive_write_new() {
    if (library() == nullptr) return nullptr;
    return real<decltype(archive_write_new)>("archive_write_new")();
}

int archive_write_free(archive* writer) {
    return real<decltype(archive_write_free)>("archive_write_free")(writer);
}

// The words stand for themselves: nothing is filled into them.
void archive_set_error(archive* writer, int number, const char* words, ...) {
    real<decltype(archive_set_error)>("archive_set_error")(writer, number, "%s", words);
}

int archive_write_set_format_zip(archive* writer) {
    return real<decltype(archive_write_set_format_zip)>("archive_write_set_format_zip")(writer);
}

int archive_write_set_options(archive* writer, const char* options) {
    return real<decltype(archive_write_set_options)>("archive_write_set_options")(writer, options);
}

int archive_write_set_passphrase(archive* writer, const char* passphrase) {
    return real<decltype(archive_write_set_passphrase)>("archive_write_set_passphrase")(writer,
                                                                                        passphrase);
}

int archive_write_set_bytes_in_last_block(archive* writer, int bytes) {
    return real<decltype(archive_write_set_bytes_in_last_block)>(
        "archive_write_set_bytes_in_last_block")(writer, bytes);
}

int archive_write_open(archive* writer, void* context, archive_open_callback* open,
                       archive_write_callback* write, archive_close_callback* close) {
    return real<decltype(archive_write_open)>("archive_write_open")(writer, context, open, write,
                                                                    close);
}

int archive_write_header(archive* writer, archive_entry* entry) {
    return real<decltype(archive_write_header)>("archive_write_header")(writer, entry);
}

la_ssize_t archive_write_data(archive* writer, const void* bytes, std::size_t size) {
    return real<decltype(archive_write_data)>("archive_write_data")(writer, bytes, size);
}

int archive_write_close(archive* writer) {
    return real<decltype(archive_write_close)>("archive_write_close")(writer);
}

archive_entry* archive_entry_new() {
    return real<decltype(archive_entry_new)>("archive_entry_new")();
}

void archive_entry_free(archive_entry* entry) {
    real<decltype(archive_entry_free)>("archive_entry_free")(entry);
}

void archive_entry_set_pathname(archive_entry* entry, const char* name) {
    real<decltype(archive_entry_set_pathname)>("archive_entry_set_pathname")(entry, name);
}

void archive_entry_set_size(archive_entry* entry, la_int64_t bytes) {
    real<decltype(archive_entry_set_size)>("archive_entry_set_size")(entry, bytes);
}

void archive_entry_set_filetype(archive_entry* entry, unsigned kind) {
    real<decltype(archive_entry_set_filetype)>("archive_entry_set_filetype")(entry, kind);
}

void archive_entry_set_perm(archive_entry* entry, __LA_MODE_T mode) {
    real<decltype(archive_entry_set_perm)>("archive_entry_set_perm")(entry, mode);
}

}  // extern "C"
