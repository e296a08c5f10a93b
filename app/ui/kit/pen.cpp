#include "app/ui/kit/pen.h"

namespace evenkeel::ui {

namespace {

// Thinner strokes vanish on a display of one pixel per dp.
constexpr float stroke_min_px = 1.5F;

float radians(float degrees) { return degrees * std::numbers::pi_v<float> / 180; }

}  // namespace

Pen::Pen(ImDrawList* list, const Rect& square, Color color, float stroke_px)
    : list_(list),
      origin_{square.left, square.top},
      scale_(square.width() / grid),
      stroke_px_(stroke_px > 0 ? stroke_px : std::max(stroke_min_px, 2 * scale_)),
      color_(to_imgui(color)) {}

ImVec2 Pen::place(Point point) const {
    return {origin_.x + point.x * scale_, origin_.y + point.y * scale_};
}

void Pen::round(ImVec2 end) { list_->AddCircleFilled(end, stroke_px_ / 2, color_, 12); }

void Pen::through(std::initializer_list<Point> points, bool closed) {
    for (const Point point : points) list_->PathLineTo(place(point));
    list_->PathStroke(color_, closed ? ImDrawFlags_Closed : ImDrawFlags_None, stroke_px_);
    for (const Point point : points) round(place(point));
}

void Pen::line(std::initializer_list<Point> points) { through(points, false); }
void Pen::shape(std::initializer_list<Point> points) { through(points, true); }

void Pen::circle(Point centre, float radius) {
    list_->AddCircle(place(centre), radius * scale_, color_, 48, stroke_px_);
}

void Pen::dot(Point centre, float radius) {
    list_->AddCircleFilled(place(centre), radius * scale_, color_, 24);
}

void Pen::half_dot(Point centre, float radius) {
    arc(centre, radius, 90, 270);
    list_->PathFillConvex(color_);
}

void Pen::dashed_circle(Point centre, float radius) {
    constexpr float step = 45;
    for (float from = 0; from < 360; from += step) {
        arc(centre, radius, from, from + step / 2);
        list_->PathStroke(color_, 0, stroke_px_);
    }
}

void Pen::box(Point top_left, Point bottom_right, float radius) {
    list_->AddRect(place(top_left), place(bottom_right), color_, radius * scale_, 0, stroke_px_);
}

Pen& Pen::to(Point point) {
    list_->PathLineTo(place(point));
    return *this;
}

Pen& Pen::arc(Point centre, float radius, float from_degrees, float to_degrees) {
    list_->PathArcTo(place(centre), radius * scale_, radians(from_degrees), radians(to_degrees),
                     24);
    return *this;
}

Pen& Pen::curve(Point control_one, Point control_two, Point end) {
    list_->PathBezierCubicCurveTo(place(control_one), place(control_two), place(end), 20);
    return *this;
}

void Pen::stroke() {
    const ImVec2 first = list_->_Path.front();
    const ImVec2 last = list_->_Path.back();
    list_->PathStroke(color_, 0, stroke_px_);
    round(first);
    round(last);
}

void Pen::close() { list_->PathStroke(color_, ImDrawFlags_Closed, stroke_px_); }

}  // namespace evenkeel::ui
