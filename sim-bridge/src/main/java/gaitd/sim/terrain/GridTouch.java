package gaitd.sim.terrain;

/**
 * Contacts of a sphere with the triangles of a height grid: the nearest face, edge or corner, and up to two further faces.
 *
 * <p>The nearest place of all is a contact whatever it is on; elsewhere only the inside of a face is, since an edge or
 * corner that is not the nearest place of its faces is hidden. A centre below the surface is pushed to the nearest place on
 * it. Beyond the edge the ground is level. Source of the nearest place on a triangle: Ericson, Real-Time Collision
 * Detection, 2005, section 5.1.5. Called by {@link GroundTouch}. Allocates nothing after construction.
 */
final class GridTouch {
    private static final double NEAREST_M = 1e-9;

    private final HeightGrid grid;
    /** Squared distances of the contacts found so far, in the order of {@link GroundTouch#gapM}. */
    private final double[] squared = new double[GroundTouch.CONTACTS];
    /** From the nearest place to the centre, 3 for each contact. */
    private final double[] away = new double[3 * GroundTouch.CONTACTS];

    private final boolean[] onFace = new boolean[GroundTouch.CONTACTS];
    private int found;
    private double limit;
    private boolean below;

    GridTouch(final HeightGrid grid) {
        this.grid = grid;
    }

    double heightM(final double x, final double y) {
        return grid.heightM(x, y);
    }

    void sphere(
            final double x,
            final double y,
            final double z,
            final double radius,
            final double reach,
            final GroundTouch out) {
        final double own = grid.heightM(x, y);
        final double gx = (x - grid.originXM) / grid.cellM;
        final double gy = (y - grid.originYM) / grid.cellM;
        if (!(gx > 0 && gy > 0 && gx < grid.columns - 1 && gy < grid.rows - 1)) {
            out.put(0, z - own - radius, 0, 0, 1);
            return;
        }
        below = z < own;
        final double far = below ? Math.min(own - z, grid.cellM) : radius + reach;
        found = 0;
        limit = below ? Double.POSITIVE_INFINITY : far * far;
        final double span = far / grid.cellM;
        final int toX = Math.min(grid.columns - 2, (int) (gx + span));
        final int toY = Math.min(grid.rows - 2, (int) (gy + span));
        for (int iy = Math.max(0, (int) (gy - span)); iy <= toY; iy++) {
            for (int ix = Math.max(0, (int) (gx - span)); ix <= toX; ix++) {
                cell(ix, iy, (gx - ix) * grid.cellM, (gy - iy) * grid.cellM, z, z - far);
            }
        }
        if (below) {
            place(0, -1, radius, out, x, y);
        } else {
            list(radius, out, x, y);
        }
    }

    /** Both triangles of a cell; x and y from its first corner. */
    private void cell(final int ix, final int iy, final double x, final double y, final double z, final double lowest) {
        final double h00 = grid.at(ix, iy);
        final double h10 = grid.at(ix + 1, iy);
        final double h01 = grid.at(ix, iy + 1);
        final double h11 = grid.at(ix + 1, iy + 1);
        if (Math.max(Math.max(h00, h10), Math.max(h01, h11)) < lowest) {
            return;
        }
        final double c = grid.cellM;
        triangle(x, y, z - h00, c, 0, h10 - h00, c, c, h11 - h00);
        triangle(x, y, z - h00, c, c, h11 - h00, 0, c, h01 - h00);
    }

    /** Nearest place on the triangle (0, b, c), seen from above counterclockwise, to p. */
    private void triangle(
            final double px,
            final double py,
            final double pz,
            final double bx,
            final double by,
            final double bz,
            final double cx,
            final double cy,
            final double cz) {
        final double bp = bx * px + by * py + bz * pz;
        final double cp = cx * px + cy * py + cz * pz;
        final double bb = bx * bx + by * by + bz * bz;
        final double cc = cx * cx + cy * cy + cz * cz;
        final double bc = bx * cx + by * cy + bz * cz;
        final double area = bb * cc - bc * bc;
        final double v = cc * bp - bc * cp;
        final double w = bb * cp - bc * bp;
        if (v > 0 && w > 0 && v + w < area) {
            final double above = px * (by * cz - bz * cy) + py * (bz * cx - bx * cz) + pz * (bx * cy - by * cx);
            if (above < 0 && !below) {
                return;
            }
            add(px, py, pz, bx, by, bz, cx, cy, cz, v / area, w / area, true);
            return;
        }
        final double onB = Math.max(0, Math.min(1, bp / bb));
        final double onC = Math.max(0, Math.min(1, cp / cc));
        final double opposite = Math.max(0, Math.min(1, (cp - bp + bb - bc) / (bb + cc - 2 * bc)));
        final double atB = onB * (onB * bb - 2 * bp);
        final double atC = onC * (onC * cc - 2 * cp);
        final double ov = 1 - opposite;
        final double atOpposite =
                ov * ov * bb + opposite * opposite * cc + 2 * ov * opposite * bc - 2 * (ov * bp + opposite * cp);
        if (atB <= atC && atB <= atOpposite) {
            add(px, py, pz, bx, by, bz, cx, cy, cz, onB, 0, false);
        } else if (atC <= atOpposite) {
            add(px, py, pz, bx, by, bz, cx, cy, cz, 0, onC, false);
        } else {
            add(px, py, pz, bx, by, bz, cx, cy, cz, ov, opposite, false);
        }
    }

    private void add(
            final double px,
            final double py,
            final double pz,
            final double bx,
            final double by,
            final double bz,
            final double cx,
            final double cy,
            final double cz,
            final double v,
            final double w,
            final boolean face) {
        final double dx = px - v * bx - w * cx;
        final double dy = py - v * by - w * cy;
        final double dz = pz - v * bz - w * cz;
        keep(dx * dx + dy * dy + dz * dz, dx, dy, dz, face);
    }

    /** Keeps the list sorted by distance: the nearest, then faces. */
    private void keep(final double d, final double dx, final double dy, final double dz, final boolean face) {
        if (d > limit || (!face && found > 0 && d >= squared[0])) {
            return;
        }
        int at = found;
        if (found > 0 && d < squared[0] && !onFace[0]) {
            found = found - 1;
            drop();
            at = found;
        }
        while (at > 0 && d < squared[at - 1]) {
            at--;
        }
        if (at == GroundTouch.CONTACTS) {
            return;
        }
        found = Math.min(found + 1, GroundTouch.CONTACTS);
        for (int i = found - 1; i > at; i--) {
            move(i - 1, i);
        }
        squared[at] = d;
        away[3 * at] = dx;
        away[3 * at + 1] = dy;
        away[3 * at + 2] = dz;
        onFace[at] = face;
    }

    private void drop() {
        for (int i = 0; i < found; i++) {
            move(i + 1, i);
        }
    }

    private void move(final int from, final int to) {
        squared[to] = squared[from];
        onFace[to] = onFace[from];
        away[3 * to] = away[3 * from];
        away[3 * to + 1] = away[3 * from + 1];
        away[3 * to + 2] = away[3 * from + 2];
    }

    private void list(final double radius, final GroundTouch out, final double x, final double y) {
        for (int i = 0; i < found; i++) {
            place(i, 1, radius, out, x, y);
        }
        if (found > 1 && out.normal[3] < out.normal[0]) {
            out.swap(0, 1);
        }
        if (found > 2 && out.normal[6] < out.normal[3]) {
            out.swap(1, 2);
            if (out.normal[3] < out.normal[0]) {
                out.swap(0, 1);
            }
        }
    }

    private void place(
            final int i, final int side, final double radius, final GroundTouch out, final double x, final double y) {
        final double distance = Math.sqrt(squared[i]);
        if (distance < NEAREST_M) {
            grid.normal(x, y, away);
            out.put(i, -radius, away[0], away[1], away[2]);
        } else {
            final double scale = side / distance;
            out.put(i, side * distance - radius, away[3 * i] * scale, away[3 * i + 1] * scale, away[3 * i + 2] * scale);
        }
    }
}
