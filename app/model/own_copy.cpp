#include "app/model/own_copy.h"

#include "app/model/brief_document.h"
#include "app/model/documents.h"
#include "app/model/exchange.h"
#include "core/report/record_document.h"

namespace evenkeel::model {

namespace {

Result<Bytes> copy_bytes(const report::Export& exported, const std::string& path) {
    if (path.ends_with(".json")) return to_bytes(as_bytes(report::write_json(exported)));
    const auto format = brief_format_of(path);
    if (!format || *format == BriefFormat::text) {
        return Error(ErrorCode::invalid_input,
                     "The name has to end in .pdf, .html or .json; nothing was written.");
    }
    return document_bytes(report::record_document(exported, "Record"), *format);
}

}  // namespace

Result<std::size_t> write_copy(store::Store& store, VaultId record, const std::string& path) {
    if (path.empty()) {
        return Error(ErrorCode::invalid_input, "Give the file a name; nothing was written.");
    }
    TRY_ASSIGN(const report::Export exported, export_record(store, record));
    TRY_ASSIGN(const Bytes bytes, copy_bytes(exported, path));
    TRY(write_new_file(path, bytes));
    return exported.entities.size();
}

}  // namespace evenkeel::model
