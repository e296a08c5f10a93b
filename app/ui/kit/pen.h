// Draws strokes with round ends on a grid of 24, scaled into a square.
#pragma once

#include "app/ui/kit/drawing.h"

#include <initializer_list>
#include <numbers>

namespace evenkeel::ui {

class Pen {
public:
    static constexpr float grid = 24;

    // Strokes are 2 wide on the grid unless `stroke_px` says otherwise.
    Pen(ImDrawList* list, const Rect& square, Color color, float stroke_px = 0);

    void line(std::initializer_list<Point> points);
    void shape(std::initializer_list<Point> points);  // closed
    void circle(Point centre, float radius);
    void dot(Point centre, float radius);
    void half_dot(Point centre, float radius);  // its left half
    void dashed_circle(Point centre, float radius);
    void box(Point top_left, Point bottom_right, float radius);

    // A path of several parts; degrees are clockwise from the right.
    Pen& to(Point point);
    Pen& arc(Point centre, float radius, float from_degrees, float to_degrees);
    Pen& curve(Point control_one, Point control_two, Point end);
    void stroke();  // open, with round ends
    void close();

private:
    [[nodiscard]] ImVec2 place(Point point) const;
    void through(std::initializer_list<Point> points, bool closed);
    void round(ImVec2 end);  // of a stroke, or its corner

    ImDrawList* list_;
    Point origin_;
    float scale_;
    float stroke_px_;
    ImU32 color_;
};

}  // namespace evenkeel::ui
