#include "app/model/boundary_examples.h"

namespace evenkeel::model {

std::vector<BoundaryExample> boundary_examples() {
    return {
        {"An hour of social media", BoundaryForm{.groups = {UseGroup::social}, .minutes_max = 60}},
        {"Quiet nights",
         BoundaryForm{.kind = FormKind::curfew,
                      .groups = {UseGroup::internet, UseGroup::social, UseGroup::ai},
                      .from_minute = 22 * 60 + 30,
                      .to_minute = 6 * 60 + 30}},
        {"Looking in less often",
         BoundaryForm{.kind = FormKind::sessions, .groups = {UseGroup::social}, .times_max = 5}},
        {"With a purpose", BoundaryForm{.kind = FormKind::purposes,
                                        .groups = {UseGroup::social},
                                        .purposes = {.chosen = {"Messages", "Information"}}}},
        {"The phone in bed", BoundaryForm{.kind = FormKind::instead,
                                          .cue = "I reach for the phone in bed",
                                          .action = "I put it in the hall and read a page"}},
        {"AI is not for a crisis",
         BoundaryForm{.kind = FormKind::never, .situation = "AI as my support when I feel unsafe"}},
        {"AI to practise and to learn",
         BoundaryForm{
             .kind = FormKind::purposes,
             .groups = {UseGroup::ai},
             .purposes = {.chosen = {"Information"}, .typed = "Practising a conversation"}}},
        {"Messages between sessions",
         BoundaryForm{.kind = FormKind::contact,
                      .channel = "messages",
                      .contact_for = {.chosen = {"appointments", "practical matters"}},
                      .contact_not_for = {.chosen = {"emergencies"}},
                      .reply_within_hours = 48}},
    };
}

}  // namespace evenkeel::model
