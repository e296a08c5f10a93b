#include "core/report/csv.h"

#include "core/domain/text.h"

namespace evenkeel::report {

namespace {

constexpr std::size_t rows_max = 2'000'000;
constexpr std::size_t fields_max = 64;
constexpr std::size_t field_bytes_max = 64UL * 1024;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

Error in_row(Literal sentence, std::size_t row) {
    return Error(ErrorCode::invalid_input, sentence).with(static_cast<long long>(row));
}

}  // namespace

CsvReader::CsvReader(std::string_view text) : rest_(text) {
    if (rest_.starts_with(byte_order_mark)) rest_.remove_prefix(byte_order_mark.size());
}

bool CsvReader::at_row_end() const {
    return rest_.empty() || rest_.starts_with('\n') || rest_.starts_with("\r\n");
}

void CsvReader::pass_row_end() {
    if (rest_.empty()) return;
    rest_.remove_prefix(rest_.front() == '\n' ? 1 : 2);
}

// What follows the opening quote, up to and with the closing one. Two quotes are one in the text.
Result<void> CsvReader::read_quoted(std::string& field) {
    for (;;) {
        const auto quote = rest_.find('"');
        if (quote == std::string_view::npos) {
            return in_row("Row {} of the file has a quote that is not closed.", rows_);
        }
        field += rest_.substr(0, quote);
        rest_.remove_prefix(quote + 1);
        if (!rest_.starts_with('"')) return {};
        field += '"';
        rest_.remove_prefix(1);
    }
}

Result<void> CsvReader::read_field(std::string& field) {
    field.clear();
    if (rest_.starts_with('"')) {
        rest_.remove_prefix(1);
        TRY(read_quoted(field));
    } else {
        const auto end = rest_.find_first_of(",\"\r\n");
        field = rest_.substr(0, end);
        rest_.remove_prefix(field.size());
    }
    if (!rest_.starts_with(',') && !at_row_end()) {
        return in_row("Row {} of the file has a quote in the wrong place.", rows_);
    }
    if (field.size() > field_bytes_max) {
        return in_row("Row {} of the file has a field of more than 64 KiB.", rows_);
    }
    if (!count_characters(field) || field.find('\0') != std::string::npos) {
        return in_row("Row {} of the file holds bytes that are no text.", rows_);
    }
    return {};
}

Result<bool> CsvReader::next(CsvRow& row) {
    row.clear();
    while (!rest_.empty() && at_row_end()) pass_row_end();
    if (rest_.empty()) return false;
    if (++rows_ > rows_max) {
        return in_row("The file has more than {} rows.", rows_max);
    }
    for (;;) {
        if (row.size() == fields_max) {
            return in_row("Row {} of the file has more than 64 fields.", rows_);
        }
        TRY(read_field(row.emplace_back()));
        if (!rest_.starts_with(',')) break;
        rest_.remove_prefix(1);
    }
    pass_row_end();
    if (rows_ == 1) fields_ = row.size();
    if (row.size() != fields_) {
        return in_row("Row {} of the file has more or fewer fields than the first.", rows_);
    }
    return true;
}

std::optional<std::size_t> column_named(const CsvRow& header, std::string_view name) {
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (plain_words(header[i]) == plain_words(name)) return i;
    }
    return std::nullopt;
}

}  // namespace evenkeel::report
