#include "app/model/boundary_examples.h"

#include "core/words/tr.h"

namespace evenkeel::model {

std::vector<BoundaryExample> boundary_examples() {
    return {
        {tr_later("An hour of social media"),
         BoundaryForm{.groups = {UseGroup::social}, .minutes_max = 60}},
        {tr_later("Quiet nights"),
         BoundaryForm{.kind = FormKind::curfew,
                      .groups = {UseGroup::internet, UseGroup::social, UseGroup::ai},
                      .from_minute = 22 * 60 + 30,
                      .to_minute = 6 * 60 + 30}},
        {tr_later("Looking in less often"),
         BoundaryForm{.kind = FormKind::sessions, .groups = {UseGroup::social}, .times_max = 5}},
        {tr_later("With a purpose"),
         BoundaryForm{.kind = FormKind::purposes,
                      .groups = {UseGroup::social},
                      .purposes = {.chosen = {"Messages", "Information"}}}},
        {tr_later("The phone in bed"),
         BoundaryForm{.kind = FormKind::instead,
                      .cue = "I reach for the phone in bed",
                      .action = "I put it in the hall and read a page"}},
        {tr_later("AI is not for a crisis"),
         BoundaryForm{.kind = FormKind::never, .situation = "AI as my support when I feel unsafe"}},
        {tr_later("AI to practise and to learn"),
         BoundaryForm{
             .kind = FormKind::purposes,
             .groups = {UseGroup::ai},
             .purposes = {.chosen = {"Information"}, .typed = "Practising a conversation"}}},
        {tr_later("Messages between sessions"),
         BoundaryForm{.kind = FormKind::contact,
                      .channel = "messages",
                      .contact_for = {.chosen = {"appointments", "practical matters"}},
                      .contact_not_for = {.chosen = {"emergencies"}},
                      .reply_within_hours = 48}},
    };
}

}  // namespace evenkeel::model
