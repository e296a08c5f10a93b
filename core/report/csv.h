// Comma-separated values as RFC 4180 has them, read row by row and strictly: a file that is damaged
// is refused with its row, never guessed at.
#pragma once

#include "core/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evenkeel::report {

using CsvRow = std::vector<std::string>;

class CsvReader {
public:
    // The text outlives the reader. A byte order mark at its start is passed over.
    explicit CsvReader(std::string_view text);

    // The next row into `row`; false, and nothing, at the end. Fields may be quoted, with line
    // breaks inside; rows end with LF or CRLF; empty lines are passed over.
    //
    // Refuses a quote that is not closed or stands inside a bare field, a row that has more or
    // fewer fields than the first, text that is no UTF-8, a field over 64 KiB, more than 64 fields,
    // and more than 2 million rows.
    Result<bool> next(CsvRow& row);
    // Of the row read last, the first being 1. For sentences to the person.
    [[nodiscard]] std::size_t row_number() const { return rows_; }

private:
    Result<void> read_field(std::string& field);
    Result<void> read_quoted(std::string& field);
    [[nodiscard]] bool at_row_end() const;
    void pass_row_end();

    std::string_view rest_;
    std::size_t rows_ = 0;
    std::size_t fields_ = 0;  // of the first row
};

// Where the field of that name stands in a header, without regard to case and outer spaces.
std::optional<std::size_t> column_named(const CsvRow& header, std::string_view name);

}  // namespace evenkeel::report
