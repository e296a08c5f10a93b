#include "app/model/pages.h"

#include "app/model/member_names.h"
#include "app/model/replies.h"
#include "core/base/characters.h"
#include "core/codec/entity.h"
#include "core/store/operation.h"
#include "core/words/tr.h"
#include "sync/client/practice_policy.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

constexpr std::uint32_t text_field = 5;  // of JournalPage in proto/entity.proto

std::string revealed(const std::optional<PhiText>& text) { return text ? text->reveal() : ""; }

// What the care team can read of a page.
enum class Shared { nothing, an_older_version, all };

// `entity` is what its writer sees.
Result<Shared> shared_of(RecordDesk& desk, const store::EntityRow& row, const JournalPage& page) {
    if (!row.has_shared) return Shared::nothing;
    if (!row.has_private) return Shared::all;
    TRY_ASSIGN(const auto log, desk.store().entity_log(desk.record(), row.id));
    const auto seen =
        codec::decode_journal_page(delta::view(log, delta::VaultType::care).fragment());
    if (!seen.ok() || revealed(seen.value().text).empty()) return Shared::nothing;
    const bool is_same = seen.value().text == page.text && seen.value().title == page.title;
    return is_same ? Shared::all : Shared::an_older_version;
}

void add_feedback(PageLine& line, const std::vector<FeedbackLine>& feedback,
                  const PageReader& reader) {
    const bool is_read = is_settled(feedback);
    for (const FeedbackLine& each : feedback) {
        const std::string author =
            name_for(reader.self, reader.members, each.feedback.author, tr("your care team"));
        const std::string day = relative_day(each.feedback.when.day, reader.today);
        if (each.is_reply()) {
            line.replies.push_back({.id = each.id,
                                    .text = each.feedback.text->reveal(),
                                    .author = author,
                                    .day = day,
                                    .unread = false});
        } else if (each.feedback.no_reply) {
            line.seen = tr("Read by {0} {1}; no written reply is planned", author, day);
        } else if (line.seen.empty()) {
            line.seen = tr("Seen by {0} {1}", author, day);
        }
    }
    if (line.state != PageState::shared) return;
    if (!line.seen.empty()) line.state = is_read ? PageState::read : PageState::seen;
    if (!line.replies.empty()) line.state = PageState::answered;
}

// What is brought to the session is answered there.
std::optional<Day> promised_day(const JournalPage& page, std::optional<std::uint32_t> days) {
    if (!days || !page.shared_on || page.bring_to_session.value_or(false)) return std::nullopt;
    return *page.shared_on + static_cast<std::int32_t>(*days);
}

void add_promise(PageLine& line, const JournalPage& page, const PageReader& reader) {
    if (line.state != PageState::shared && line.state != PageState::seen) return;
    const auto day = promised_day(page, reader.reply_days);
    if (!day) return;
    line.promised = relative_day(*day, reader.today);
    line.overdue = *day < reader.today;
}

Result<void> add_other_texts(RecordDesk& desk, const store::EntityRow& row, PageLine& line) {
    if (!row.conflict) return {};
    TRY_ASSIGN(const auto view, desk.store().entity_view(desk.record(), row.id));
    const delta::FieldView* field = view.field(text_field);
    if (field == nullptr) return {};
    for (const delta::Value& head : field->heads) {
        Bytes version = row.fragment;  // of a field that comes twice, the later one is read
        append(version, head.bytes);
        const auto page = codec::decode_journal_page(version);
        const std::string text = page.ok() ? revealed(page.value().text) : "";
        if (!text.empty() && text != line.text) line.other_texts.push_back(text);
    }
    return {};
}

Result<PageLine> page_line(RecordDesk& desk, const store::EntityRow& row, const JournalPage& page,
                           Day today) {
    PageLine line{.id = row.id,
                  .day = relative_day(page.when.day, today),
                  .title = revealed(page.title),
                  .text = revealed(page.text)};
    line.bring = page.bring_to_session.value_or(false);
    TRY(add_other_texts(desk, row, line));
    return line;
}

int rank(const PageLine& line) {
    if (line.overdue) return 0;
    if (line.bring) return 1;
    return line.state == PageState::answered || line.state == PageState::read ? 3 : 2;
}

Pages finished(std::vector<PageLine> lines) {
    return std::make_shared<const std::vector<PageLine>>(std::move(lines));
}

Result<std::vector<store::EntityRow>> page_rows(store::Store& store, VaultId record) {
    return store.list({.record = record, .kind = EntityKind::journal_page, .newest_first = true});
}

}  // namespace

Result<Pages> read_own_pages(RecordDesk& desk, const PageReader& reader) {
    TRY_ASSIGN(const auto rows, page_rows(desk.store(), desk.record()));
    TRY_ASSIGN(const auto feedback, read_feedback(desk.store(), desk.record()));
    TRY_ASSIGN(const auto read, read_replies(desk.store()));
    TRY_ASSIGN(const auto taken_back, store::being_unshared(desk.store(), desk.record()));
    std::vector<PageLine> lines;
    for (const store::EntityRow& row : rows) {
        const auto page = codec::decode_journal_page(row.fragment);
        if (!page.ok()) continue;  // `history` shows what cannot be read
        TRY_ASSIGN(auto line, page_line(desk, row, page.value(), reader.today));
        TRY_ASSIGN(Shared shared, shared_of(desk, row, page.value()));
        line.leaving = std::ranges::find(taken_back, row.id) != taken_back.end();
        if (line.leaving) shared = Shared::nothing;
        if (shared != Shared::nothing) line.state = PageState::shared;
        line.shares_older = shared == Shared::an_older_version;
        if (const auto found = feedback.find(row.id); found != feedback.end()) {
            add_feedback(line, found->second, reader);
        }
        add_promise(line, page.value(), reader);
        for (ReplyLine& reply : line.replies) reply.unread = !read.contains(reply.id);
        lines.push_back(std::move(line));
    }
    return finished(std::move(lines));
}

Result<Pages> read_shared_pages(RecordDesk& desk, const PageReader& reader) {
    TRY_ASSIGN(const auto rows, page_rows(desk.store(), desk.record()));
    TRY_ASSIGN(const auto feedback, read_feedback(desk.store(), desk.record()));
    std::vector<PageLine> lines;
    for (const store::EntityRow& row : rows) {
        const auto page = codec::decode_journal_page(row.fragment);
        // Of a page that was taken back no words are left.
        if (!page.ok() || revealed(page.value().text).empty()) continue;
        TRY_ASSIGN(auto line, page_line(desk, row, page.value(), reader.today));
        line.state = PageState::shared;
        if (const auto found = feedback.find(row.id); found != feedback.end()) {
            add_feedback(line, found->second, reader);
        }
        add_promise(line, page.value(), reader);
        lines.push_back(std::move(line));
    }
    std::ranges::stable_sort(lines, {}, rank);
    return finished(std::move(lines));
}

Result<std::vector<TrashedPage>> read_trashed_pages(RecordDesk& desk, Day today) {
    TRY_ASSIGN(const auto rows, store::trash(desk.store(), desk.record()));
    std::vector<TrashedPage> pages;
    for (const store::EntityRow& row : rows) {
        if (row.kind != static_cast<std::uint32_t>(EntityKind::journal_page)) continue;
        const auto page = codec::decode_journal_page(row.fragment);
        if (!page.ok()) continue;
        pages.push_back({.id = row.id,
                         .first_line = first_line(revealed(page.value().text)),
                         .day = relative_day(page.value().when.day, today)});
    }
    return pages;
}

Result<WordsNeed> words_need(store::Store& store, VaultId record, Day today) {
    TRY_ASSIGN(const auto rows, page_rows(store, record));
    TRY_ASSIGN(const auto feedback, read_feedback(store, record));
    TRY_ASSIGN(const auto days, promised_days(store, record));
    WordsNeed need;
    for (const store::EntityRow& row : rows) {
        const auto page = codec::decode_journal_page(row.fragment);
        if (!page.ok() || revealed(page.value().text).empty()) continue;
        const auto found = feedback.find(row.id);
        if (found != feedback.end() && is_settled(found->second)) continue;
        const auto promised = promised_day(page.value(), days);
        if (promised && *promised < today) {
            need.promised_for = std::min(need.promised_for.value_or(*promised), *promised);
        }
        if (found == feedback.end()) {
            ++need.new_pages;
        } else if (!page.value().bring_to_session.value_or(false)) {
            const Day opened = found->second.front().feedback.when.day;
            need.reply_owed_since = std::min(need.reply_owed_since.value_or(opened), opened);
        }
    }
    return need;
}

Result<std::optional<std::uint32_t>> promised_days(store::Store& store, VaultId record) {
    TRY_ASSIGN(const auto policy, client::policy_in(store, record));
    return policy ? policy->reply_days : std::nullopt;
}

const PageLine* find_page(const Pages& pages, EntityId id) {
    const auto found = std::ranges::find(*pages, id, &PageLine::id);
    return found == pages->end() ? nullptr : &*found;
}

const DraftLine* find_draft(const std::vector<DraftLine>& drafts, const DraftKey& key) {
    const auto found = std::ranges::find(drafts, key, &DraftLine::key);
    return found == drafts.end() ? nullptr : &*found;
}

std::string first_line(const std::string& text) {
    constexpr std::size_t characters_max = 90;  // two lines of a phone
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) return "";
    const std::string_view whole = std::string_view(text).substr(begin);
    const std::string_view line = whole.substr(0, whole.find('\n'));
    const std::string_view shown = first_characters(line, characters_max);
    if (shown.size() == line.size()) return std::string(line);
    return std::string(shown.substr(0, shown.rfind(' '))) + "…";
}

}  // namespace evenkeel::model
