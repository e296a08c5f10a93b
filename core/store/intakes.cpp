#include "core/store/intakes.h"

#include "core/codec/entity.h"
#include "core/codec/fields.h"
#include "core/domain/intake_rules.h"
#include "core/store/database.h"
#include "core/store/entries.h"

namespace evenkeel::store {

namespace {

constexpr std::uint32_t finished_field = 7;
constexpr std::uint32_t head_fields[] = {1, 2, 4, 5, 6, finished_field};

// What two devices typed at once to one question, beside what is shown.
Result<std::map<std::uint32_t, std::vector<PhiText>>> also_typed(const delta::EntityView& view) {
    std::map<std::uint32_t, std::vector<PhiText>> typed;
    for (const IntakePart& part : intake_form().parts) {
        for (const IntakeQuestion& question : part.questions) {
            const auto* field = view.field(codec::intake_answer_field(question.number));
            if (!is_typed(question.kind) || field == nullptr) continue;
            for (std::size_t i = 1; i < field->heads.size(); ++i) {
                if (field->heads[i].bytes.empty()) continue;
                TRY_ASSIGN(const auto answer, codec::decode_intake_answer(field->heads[i].bytes));
                typed[question.number].emplace_back(answer.text);
            }
        }
    }
    return typed;
}

// Whether all that this device may see of the record is the care team's, so that nothing has to be
// told apart.
Result<bool> is_all_shared(Store& store, RecordId record) {
    TRY_ASSIGN(const auto place, store.database().find_record(record));
    return place && !place->private_;
}

Result<KeptIntake> read_kept(Store& store, const EntityRow& row, bool all_is_shared) {
    TRY_ASSIGN(auto intake, codec::decode_intake(row.fragment));
    KeptIntake kept{.id = row.id, .intake = std::move(intake), .shared = {}, .also_typed = {}};
    if (all_is_shared && !row.conflict) {
        kept.shared = kept.intake;
        return kept;
    }
    TRY_ASSIGN(const auto log, store.entity_log(row.record, row.id));
    auto shared = codec::decode_intake(delta::view(log, delta::VaultType::care).fragment());
    if (shared.ok()) kept.shared = std::move(shared).value();
    if (row.conflict) {
        TRY_ASSIGN(kept.also_typed, also_typed(delta::view(log)));
    }
    return kept;
}

Result<KeptIntake> find_intake(Store& store, RecordId record, EntityId id) {
    TRY_ASSIGN(const auto row, store.find(record, id));
    if (!row || row->deleted || row->kind != static_cast<std::uint32_t>(EntityKind::intake)) {
        return Error(ErrorCode::not_found, "There is no such intake.");
    }
    TRY_ASSIGN(const bool all_is_shared, is_all_shared(store, record));
    return read_kept(store, *row, all_is_shared);
}

Result<void> check_writer(const Intake& intake, Role writer) {
    const bool is_clients = intake.mode == IntakeMode::alone;
    if (is_clients == (writer == Role::client)) return {};
    return is_clients ? Error(ErrorCode::refused,
                              "That one is the client's to answer; begin another one together.")
                      : Error(ErrorCode::refused,
                              "Your clinician wrote that one with you; begin one of your own to "
                              "say it otherwise.");
}

Placement placement_of(IntakeMode mode) {
    return mode == IntakeMode::alone ? Placement::private_ : Placement::shared;
}

Write write_of(const KeptIntake& kept, const Intake& changed, std::uint32_t field) {
    return {.kind = EntityKind::intake,
            .id = kept.id,
            .fragment = codec::encode(changed),
            .scope = {field},
            .placement = placement_of(kept.intake.mode),
            .private_fields = {}};
}

Result<Write> finishing(Store& store, const KeptIntake& kept) {
    Intake finished = kept.intake;
    TRY_ASSIGN(finished.finished, today(store));
    return write_of(kept, finished, finished_field);
}

}  // namespace

Result<std::vector<KeptIntake>> read_intakes(Store& store, RecordId record) {
    TRY_ASSIGN(const auto rows, store.list({.record = record,
                                            .kind = EntityKind::intake,
                                            .day_from = std::nullopt,
                                            .day_to = std::nullopt,
                                            .subject = std::nullopt}));
    TRY_ASSIGN(const bool all_is_shared, is_all_shared(store, record));
    std::vector<KeptIntake> intakes;
    for (const EntityRow& row : rows) {
        auto kept = read_kept(store, row, all_is_shared);
        if (kept.ok()) intakes.push_back(std::move(kept).value());
    }
    return intakes;
}

Result<EntityId> begin_intake(Store& store, RecordId record, IntakeMode mode, UserId author) {
    Intake intake{.form_version = intake_form().version, .mode = mode, .author = author};
    TRY_ASSIGN(intake.when, entry_when(store, {}));
    TRY(validate(intake));
    // One that was asked for cannot be taken back: the client may be answering it already.
    TRY_ASSIGN(const auto place, store.database().record(record));
    const bool is_asked = mode == IntakeMode::alone && !place.private_;
    Operation operation(store, record, "intake", is_asked ? UndoStep::none : UndoStep::kept);
    TRY_ASSIGN(const EntityId id, operation.write({.kind = EntityKind::intake,
                                                   .id = std::nullopt,
                                                   .fragment = codec::encode(intake),
                                                   .scope = {},
                                                   .placement = placement_of(mode),
                                                   .private_fields = {}}));
    TRY(operation.commit());
    return id;
}

Result<void> answer_intake(Store& store, RecordId record, EntityId id, Role writer,
                           std::uint32_t question, const IntakeAnswer& answer) {
    TRY_ASSIGN(const KeptIntake kept, find_intake(store, record, id));
    TRY(check_writer(kept.intake, writer));
    const IntakeQuestion* const asked = find_question(intake_form(), question);
    if (asked == nullptr) {
        return Error(ErrorCode::invalid_input, "The intake has no such question.");
    }
    TRY(check_answer(*asked, answer));
    Intake changed = kept.intake;
    changed.answers.insert_or_assign(question, Phi<IntakeAnswer>(answer));
    TRY(validate(changed));
    const auto write = write_of(kept, changed, codec::intake_answer_field(question));
    Operation operation(store, record, "intake answer");
    TRY(operation.write(write));
    return operation.commit();
}

Result<void> finish_intake(Store& store, RecordId record, EntityId id, Role writer) {
    TRY_ASSIGN(const KeptIntake kept, find_intake(store, record, id));
    TRY(check_writer(kept.intake, writer));
    if (kept.intake.finished) return {};
    TRY_ASSIGN(const Write write, finishing(store, kept));
    Operation operation(store, record, "finished intake");
    TRY(operation.write(write));
    return operation.commit();
}

Result<void> share_intake(Store& store, RecordId record, EntityId id) {
    TRY_ASSIGN(const KeptIntake kept, find_intake(store, record, id));
    TRY(check_writer(kept.intake, Role::client));
    TRY_ASSIGN(const bool is_paused, sharing_paused(store, record));
    if (is_paused) {
        return Error(ErrorCode::refused,
                     "Sharing is paused, so nothing was shared. It stays here as it is.");
    }
    const IntakeAnswers asked = asked_only(intake_form(), kept.intake.answers);
    std::vector<std::uint32_t> shown(std::begin(head_fields), std::end(head_fields));
    for (const auto& [question, answer] : asked) {
        shown.push_back(codec::intake_answer_field(question));
    }
    std::vector<std::uint32_t> taken_back;
    if (kept.shared) {
        for (const auto& [question, answer] : kept.shared->answers) {
            if (!asked.contains(question)) {
                taken_back.push_back(codec::intake_answer_field(question));
            }
        }
    }
    Operation operation(store, record, "shared intake");
    if (!kept.intake.finished) {
        TRY_ASSIGN(const Write write, finishing(store, kept));
        TRY(operation.write(write));
    }
    TRY(operation.share(id, shown));
    if (!taken_back.empty()) TRY(operation.unshare(id, taken_back));
    return operation.commit();
}

}  // namespace evenkeel::store
