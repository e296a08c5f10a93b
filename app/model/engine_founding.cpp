// The birth of a practice, and its recovery sheet until a person says that it is on paper.
#include "app/model/documents.h"
#include "app/model/engine_state.h"
#include "core/base/files.h"
#include "sync/client/enrolment_pending.h"
#include "sync/client/server_address.h"

namespace evenkeel::model {

namespace {

// Where the sheet lies while nobody has put it away: its path alone, never what it says.
constexpr const char* sheet_place = "model.recovery_sheet";
constexpr std::size_t sheet_bytes_max = 4096;

// As it is shown: without the end of its last line.
std::string lines_of(std::string text) {
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

Result<void> keep_sheet(EngineState& state, const std::string& path, const std::string& sheet) {
    TRY(write_new_file(path, as_bytes(sheet)));
    state.sheet = RecoverySheet{.text = lines_of(sheet), .path = path};
    return state.profile->store().set_value(sheet_place, as_bytes(path));
}

// After a refusal for good the next try makes a new sheet, and nobody shall keep the wrong one.
Result<void> drop_sheet(EngineState& state) {
    TRY(find_sheet(state));
    if (!state.sheet) return {};
    TRY_ASSIGN(const auto pending, client::load_pending(state.profile->store()));
    if (pending) return {};
    TRY(remove_file(state.sheet->path));
    return put_sheet_away(state);
}

}  // namespace

Result<void> found_practice(EngineState& state, const FoundPractice& asked) {
    TRY_ASSIGN(const auto server, client::parse_server_url(asked.server, asked.pin));
    auto created = client::create_practice(
        *state.profile,
        {.server = server,
         .setup_code = asked.setup_code,
         .practice_name = asked.practice,
         .clinician_name = asked.name},
        [&](const std::string& sheet) { return keep_sheet(state, asked.sheet_path, sheet); },
        state.setup.connect);
    if (!created.ok()) {
        TRY(drop_sheet(state));
        return created.error();
    }
    state.self = std::move(created.value().identity);
    return find_sheet(state);
}

Result<void> find_sheet(EngineState& state) {
    if (state.sheet) return {};
    TRY_ASSIGN(const auto place, state.profile->store().value(sheet_place));
    if (!place) return {};
    RecoverySheet sheet{.text = {}, .path = to_string(*place)};
    if (const auto text = read_whole_file(sheet.path, sheet_bytes_max); text.ok()) {
        sheet.text = lines_of(to_string(text.value()));
    }
    state.sheet = std::move(sheet);
    return {};
}

Result<void> put_sheet_away(EngineState& state) {
    if (!state.sheet) return {};
    state.sheet.reset();
    return state.profile->store().erase_value(sheet_place);
}

}  // namespace evenkeel::model
