// Line icons on a 24 dp grid with 2 dp strokes, drawn, not typed.
#pragma once

#include "app/ui/kit/theme.h"

namespace evenkeel::ui {

enum class Icon {
    none,
    today,     // a circle with a dot
    clock,     // screen time
    boundary,  // two posts and a line
    shield,    // sharing and safety
    lifebuoy,  // help now
    people,    // caseload
    person,
    plus,
    minus,
    check,
    cross,
    chevron_left,
    chevron_right,
    chevron_down,
    pencil,
    lock,
    eye,
    cloud,  // sync
    cloud_off,
    pause,
    undo,
    search,
    copy,
    send,
    device,
    book,  // the journal
    bell,
    arrow_up,
    arrow_right,
    arrow_down,
};

}  // namespace evenkeel::ui
