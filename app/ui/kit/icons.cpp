#include "app/ui/kit/icons.h"

#include "app/ui/kit/pen.h"

#include <array>
#include <utility>

namespace evenkeel::ui {

namespace {

void today(Pen& pen) {
    pen.circle({12, 12}, 8.5F);
    pen.dot({12, 12}, 3);
}

void clock_face(Pen& pen) {
    pen.circle({12, 12}, 8.5F);
    pen.line({{12, 7}, {12, 12}, {15.2F, 14}});
}

void boundary(Pen& pen) {
    pen.line({{6.5F, 5}, {6.5F, 19}});
    pen.line({{17.5F, 5}, {17.5F, 19}});
    pen.line({{3, 12}, {21, 12}});
}

void shield(Pen& pen) {
    pen.to({12, 3.2F}).to({19, 5.8F}).to({19, 11.5F});
    pen.curve({19, 16}, {16, 19}, {12, 20.8F}).curve({8, 19}, {5, 16}, {5, 11.5F});
    pen.to({5, 5.8F}).close();
}

void lifebuoy(Pen& pen) {
    pen.circle({12, 12}, 8.5F);
    pen.circle({12, 12}, 3.6F);
    pen.line({{6.2F, 6.2F}, {9.2F, 9.2F}});
    pen.line({{17.8F, 6.2F}, {14.8F, 9.2F}});
    pen.line({{6.2F, 17.8F}, {9.2F, 14.8F}});
    pen.line({{17.8F, 17.8F}, {14.8F, 14.8F}});
}

void people(Pen& pen) {
    pen.circle({9, 8}, 3.3F);
    pen.to({3, 19.5F}).curve({3, 12.6F}, {15, 12.6F}, {15, 19.5F}).stroke();
    pen.arc({15.8F, 8}, 3.2F, -75, 75).stroke();
    pen.to({17.6F, 14.5F}).curve({20, 15.4F}, {21, 17.2F}, {21, 19.5F}).stroke();
}

void person(Pen& pen) {
    pen.circle({12, 8}, 3.8F);
    pen.to({4.8F, 20}).curve({4.8F, 12.6F}, {19.2F, 12.6F}, {19.2F, 20}).stroke();
}

void plus(Pen& pen) {
    pen.line({{12, 5.5F}, {12, 18.5F}});
    pen.line({{5.5F, 12}, {18.5F, 12}});
}

void minus(Pen& pen) { pen.line({{5.5F, 12}, {18.5F, 12}}); }
void check(Pen& pen) { pen.line({{5, 12.8F}, {9.8F, 17.4F}, {19, 7}}); }

void cross(Pen& pen) {
    pen.line({{6.5F, 6.5F}, {17.5F, 17.5F}});
    pen.line({{17.5F, 6.5F}, {6.5F, 17.5F}});
}

void chevron_left(Pen& pen) { pen.line({{14.5F, 6}, {8.5F, 12}, {14.5F, 18}}); }
void chevron_right(Pen& pen) { pen.line({{9.5F, 6}, {15.5F, 12}, {9.5F, 18}}); }
void chevron_down(Pen& pen) { pen.line({{6, 9.5F}, {12, 15.5F}, {18, 9.5F}}); }

void arrow_up(Pen& pen) {
    pen.line({{12, 19}, {12, 5}});
    pen.line({{6.5F, 10.5F}, {12, 5}, {17.5F, 10.5F}});
}
void arrow_right(Pen& pen) {
    pen.line({{5, 12}, {19, 12}});
    pen.line({{13.5F, 6.5F}, {19, 12}, {13.5F, 17.5F}});
}
void arrow_down(Pen& pen) {
    pen.line({{12, 5}, {12, 19}});
    pen.line({{6.5F, 13.5F}, {12, 19}, {17.5F, 13.5F}});
}

void pencil(Pen& pen) {
    pen.shape({{4.2F, 19.8F}, {5.2F, 15.4F}, {16, 4.6F}, {19.4F, 8}, {8.6F, 18.8F}});
    pen.line({{13.4F, 7.2F}, {16.8F, 10.6F}});
}

void lock(Pen& pen) {
    pen.box({5, 11}, {19, 20.5F}, 2.5F);
    pen.to({8, 11}).arc({12, 7.8F}, 4, 180, 360).to({16, 11}).stroke();
}

void eye(Pen& pen) {
    pen.to({2.8F, 12}).curve({7, 4}, {17, 4}, {21.2F, 12}).curve({17, 20}, {7, 20}, {2.8F, 12});
    pen.close();
    pen.circle({12, 12}, 3);
}

void cloud(Pen& pen) {
    pen.arc({7, 14.4F}, 4.1F, 90, 245);
    pen.arc({12, 10.4F}, 5.4F, 185, 335);
    pen.arc({17, 14.4F}, 4.1F, -75, 90);
    pen.close();
}

void cloud_off(Pen& pen) {
    cloud(pen);
    pen.line({{4, 3.5F}, {20.5F, 20.5F}});
}

void pause(Pen& pen) {
    pen.line({{8.5F, 6}, {8.5F, 18}});
    pen.line({{15.5F, 6}, {15.5F, 18}});
}

void undo(Pen& pen) {
    pen.line({{8.5F, 5}, {4.5F, 9.2F}, {8.5F, 13.4F}});
    pen.to({4.8F, 9.2F}).arc({14.3F, 14}, 4.8F, 270, 450).to({9.5F, 18.8F}).stroke();
}

void search(Pen& pen) {
    pen.circle({10.5F, 10.5F}, 6.2F);
    pen.line({{15.2F, 15.2F}, {20, 20}});
}

void copy(Pen& pen) {
    pen.box({8.8F, 8.8F}, {20, 20}, 2.2F);
    pen.line({{5.4F, 15.2F}, {4, 15.2F}, {4, 4}, {15.2F, 4}, {15.2F, 5.4F}});
}

void send(Pen& pen) {
    pen.shape({{3.6F, 11}, {20.4F, 3.6F}, {14.4F, 20.4F}, {11, 13}});
    pen.line({{11, 13}, {20.4F, 3.6F}});
}

void device(Pen& pen) {
    pen.box({6.5F, 2.8F}, {17.5F, 21.2F}, 2.5F);
    pen.line({{11, 17.8F}, {13, 17.8F}});
}

void bell(Pen& pen) {
    pen.to({4.8F, 17}).to({6.8F, 14.4F}).to({6.8F, 10});
    pen.arc({12, 9.4F}, 5.2F, 180, 360).to({17.2F, 14.4F}).to({19.2F, 17}).close();
    pen.arc({12, 18.6F}, 2.4F, 25, 155).stroke();
}

void book(Pen& pen) {
    pen.box({5, 3.2F}, {19, 20.8F}, 2.5F);
    pen.line({{9, 3.4F}, {9, 20.6F}});
    pen.line({{12.4F, 8.2F}, {15.6F, 8.2F}});
}

using Draw = void (*)(Pen&);
constexpr std::array<std::pair<Icon, Draw>, 30> drawings{{
    {Icon::today, today},
    {Icon::clock, clock_face},
    {Icon::boundary, boundary},
    {Icon::shield, shield},
    {Icon::lifebuoy, lifebuoy},
    {Icon::people, people},
    {Icon::person, person},
    {Icon::plus, plus},
    {Icon::minus, minus},
    {Icon::check, check},
    {Icon::cross, cross},
    {Icon::chevron_left, chevron_left},
    {Icon::chevron_right, chevron_right},
    {Icon::chevron_down, chevron_down},
    {Icon::pencil, pencil},
    {Icon::lock, lock},
    {Icon::eye, eye},
    {Icon::cloud, cloud},
    {Icon::cloud_off, cloud_off},
    {Icon::pause, pause},
    {Icon::undo, undo},
    {Icon::search, search},
    {Icon::copy, copy},
    {Icon::send, send},
    {Icon::device, device},
    {Icon::bell, bell},
    {Icon::arrow_up, arrow_up},
    {Icon::arrow_right, arrow_right},
    {Icon::arrow_down, arrow_down},
    {Icon::book, book},
}};

}  // namespace

void draw_icon(ImDrawList* list, Icon icon, Rect rect, Color color) {
    if (is_clipped_away(list, rect)) return;
    Pen pen(list, rect, color);
    for (const auto& [name, draw] : drawings) {
        if (name == icon) draw(pen);
    }
}

}  // namespace evenkeel::ui
