package gaitd.sim.terrain;

/**
 * Contacts of a sphere with upright boxes: tops, sides, edges and corners that are open, none between equal neighbours.
 *
 * <p>A box ahead counts where its side or edge is not covered by the box before it. A centre inside a box leaves by the
 * nearest of its top and its open sides. Called by {@link GroundTouch}. Allocates nothing.
 */
final class ColumnTouch {
    private static final double NEAREST_M = 1e-9;

    private final Columns boxes;

    ColumnTouch(final Columns boxes) {
        this.boxes = boxes;
    }

    double topM(final double x, final double y) {
        return boxes.top(boxes.indexX(x), boxes.indexY(y));
    }

    /** Height of a cell, at least that of the plane. */
    private double height(final int ix, final int iy, final double base) {
        return Math.max(base, boxes.top(ix, iy));
    }

    void sphere(
            final double x,
            final double y,
            final double z,
            final double radius,
            final double reach,
            final double base,
            final GroundTouch out) {
        final int ix = boxes.indexX(x);
        final int iy = boxes.indexY(y);
        final double own = height(ix, iy, base);
        if (z < own) {
            inside(x, y, own - z, radius, base, out);
            return;
        }
        if (z - own - radius <= reach) {
            out.offer(0, z - own - radius, 0, 0, 1);
        }
        final double far = radius + reach;
        if (z - far > boxes.highestM) {
            return;
        }
        final int toX = boxes.indexX(x + far);
        final int toY = boxes.indexY(y + far);
        for (int jy = boxes.indexY(y - far); jy <= toY; jy++) {
            for (int jx = boxes.indexX(x - far); jx <= toX; jx++) {
                final double top = height(jx, jy, base);
                if (top > own && z - far <= top && open(jx, jy, ix, iy, Math.min(top, z), base)) {
                    beside(jx, jy, ix, iy, x, y, z, radius, reach, top, out);
                }
            }
        }
    }

    /** Whether the cells between a cell and the centre's leave its near side open at a height. */
    private boolean open(final int jx, final int jy, final int ix, final int iy, final double at, final double base) {
        final int sx = Integer.signum(jx - ix);
        final int sy = Integer.signum(jy - iy);
        return (sx == 0 || height(jx - sx, jy, base) < at) && (sy == 0 || height(jx, jy - sy, base) < at);
    }

    private void beside(
            final int jx,
            final int jy,
            final int ix,
            final int iy,
            final double x,
            final double y,
            final double z,
            final double radius,
            final double reach,
            final double top,
            final GroundTouch out) {
        final double x0 = boxes.originXM + jx * boxes.cellXM;
        final double y0 = boxes.originYM + jy * boxes.cellYM;
        double dx = x - Math.max(x0, Math.min(x0 + boxes.cellXM, x));
        double dy = y - Math.max(y0, Math.min(y0 + boxes.cellYM, y));
        final double dz = Math.max(0, z - top);
        double distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
        if (distance - radius > reach) {
            return;
        }
        final double gap = distance - radius;
        if (distance < NEAREST_M) {
            dx = ix - jx;
            dy = iy - jy;
            distance = Math.sqrt(dx * dx + dy * dy);
        }
        final int contact = jy == iy ? 1 : jx == ix ? 2 : gap < out.gapM[1] ? 1 : 2;
        out.offer(contact, gap, dx / distance, dy / distance, dz / distance);
    }

    private void inside(
            final double x,
            final double y,
            final double up,
            final double radius,
            final double base,
            final GroundTouch out) {
        final int ix = boxes.indexX(x);
        final int iy = boxes.indexY(y);
        final double z = height(ix, iy, base) - up;
        final double left = x - boxes.originXM - ix * boxes.cellXM;
        final double near = y - boxes.originYM - iy * boxes.cellYM;
        out.put(0, -up - radius, 0, 0, 1);
        double least = up;
        int contact = 0;
        if (left < least && height(ix - 1, iy, base) < z) {
            least = left;
            contact = 1;
            out.put(1, -least - radius, -1, 0, 0);
        }
        if (boxes.cellXM - left < least && height(ix + 1, iy, base) < z) {
            least = boxes.cellXM - left;
            contact = 1;
            out.put(1, -least - radius, 1, 0, 0);
        }
        if (near < least && height(ix, iy - 1, base) < z) {
            least = near;
            contact = 2;
            out.put(2, -least - radius, 0, -1, 0);
        }
        if (boxes.cellYM - near < least && height(ix, iy + 1, base) < z) {
            contact = 2;
            out.put(2, -(boxes.cellYM - near) - radius, 0, 1, 0);
        }
        for (int other = 0; other < GroundTouch.CONTACTS; other++) {
            if (other != contact) {
                out.gapM[other] = Double.POSITIVE_INFINITY;
            }
        }
    }
}
