#include "app/ui/kit/pen.h"

namespace evenkeel::ui {

namespace {

// Told apart by the mouth alone, so that they read without colour and at a glance; the outermost
// two have a second sign besides.
void mouth(Pen& pen, std::size_t index) {
    switch (index) {
        case 0:
            pen.to({7.6F, 17.6F}).curve({9.4F, 13.6F}, {14.6F, 13.6F}, {16.4F, 17.6F}).stroke();
            break;
        case 1:
            pen.to({8, 16.6F}).curve({10, 14.6F}, {14, 14.6F}, {16, 16.6F}).stroke();
            break;
        case 2:
            pen.line({{8.2F, 15.6F}, {15.8F, 15.6F}});
            break;
        case 3:
            pen.to({7.6F, 14.4F}).curve({9.6F, 17.4F}, {14.4F, 17.4F}, {16.4F, 14.4F}).stroke();
            break;
        default:
            pen.to({7, 13.6F}).curve({7.6F, 19.8F}, {16.4F, 19.8F}, {17, 13.6F}).close();
    }
}

}  // namespace

void draw_face(ImDrawList* list, std::size_t index, Rect rect, Color color, float stroke_px) {
    if (is_clipped_away(list, rect)) return;
    Pen pen(list, rect, color, stroke_px);
    pen.circle({12, 12}, 10.2F);
    pen.dot({8.7F, 9.8F}, 1.25F);
    pen.dot({15.3F, 9.8F}, 1.25F);
    if (index == 0) {
        pen.line({{6.9F, 7.6F}, {9.4F, 6.5F}});
        pen.line({{17.1F, 7.6F}, {14.6F, 6.5F}});
    }
    mouth(pen, index);
}

}  // namespace evenkeel::ui
