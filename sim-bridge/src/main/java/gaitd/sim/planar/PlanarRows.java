package gaitd.sim.planar;

import java.util.Arrays;

/**
 * Forces of stops and of the ground on a chain: soft rows, solved together by block Gauss-Seidel.
 *
 * <p>Source: the convex problem of soft constraints in MuJoCo's published documentation: forces in their cones that minimise half of
 * f (A + R) f + f (a0 - aim), A what a force of 1 in a row accelerates in another, a0 what they accelerate at without forces. R, the
 * softness, is (1 - share) / share times the weight of a row: how easily the chain at rest, at position 0, gives way there. A contact has
 * a row along z and one along x, whose force is within friction times that of the first. Allocates nothing after construction.
 */
final class PlanarRows {
    private static final int SWEEPS = 200;
    private static final double SETTLED = 1e-10;
    private static final int DIRECTIONS = 3;
    private static final double STOP = -1;
    private static final double ALONG = -2;

    private final PlanarModel model;
    private final PlanarMotion motion;
    private final int n;
    private final double[] rows;
    private final double[] white;
    private final double[] delassus;
    private final double[] aim;
    private final double[] softened;
    private final double[] force;
    /** Of the row along z of a contact: friction; of the one behind it: ALONG; of a stop: STOP. */
    private final double[] friction;
    /** Acceleration of a joint by a force of 1 on it, at rest. */
    private final double[] jointWeight;
    /** Acceleration of a link's centre of mass by a force of 1 on it at rest, mean over the three directions of space. */
    private final double[] linkWeight;

    private int count;

    PlanarRows(final PlanarModel model, final PlanarMotion motion) {
        this.model = model;
        this.motion = motion;
        n = model.size();
        final int ends =
                model.links.stream().mapToInt(link -> link.capsules().size()).sum() * 2;
        final int most = n + 2 * ends;
        rows = new double[most * n];
        white = new double[most * n];
        delassus = new double[most * most];
        aim = new double[most];
        softened = new double[most];
        force = new double[most];
        friction = new double[most];
        jointWeight = new double[n];
        linkWeight = new double[n];
        weigh();
    }

    private void weigh() {
        final PlanarMotion rest = new PlanarMotion(model);
        rest.update(new double[2 * n], 0);
        final Cholesky factor = new Cholesky(n);
        factor.factor(rest.mass, new double[n], 0);
        final double[] along = new double[2 * n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(along, 0);
            along[i] = 1;
            jointWeight[i] = whitened(factor, along, 0);
            rest.point(
                    i,
                    rest.worldX(i, model.comX[i], model.comZ[i]),
                    rest.worldZ(i, model.comX[i], model.comZ[i]),
                    along,
                    0);
            linkWeight[i] = (whitened(factor, along, 0) + whitened(factor, along, n)) / DIRECTIONS;
        }
    }

    private double whitened(final Cholesky factor, final double[] row, final int at) {
        factor.forward(row, at);
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum += row[at + j] * row[at + j];
        }
        return sum;
    }

    /** Finds what touches, in the state that the motion has taken. */
    void find(final double[] state, final int at) {
        count = 0;
        for (int i = 0; i < n; i++) {
            final PlanarLink.JointDrive drive = model.links.get(i).drive();
            stop(i, state[at + i] - drive.min(), 1, state[at + n + i]);
            stop(i, drive.max() - state[at + i], -1, state[at + n + i]);
            if (model.ground != null) {
                for (final PlanarCapsule capsule : model.links.get(i).capsules()) {
                    end(i, capsule, capsule.x1M(), capsule.z1M(), state, at + n);
                    end(i, capsule, capsule.x2M(), capsule.z2M(), state, at + n);
                }
            }
        }
    }

    private void stop(final int joint, final double left, final double sign, final double speed) {
        if (left >= model.stops.margin()) {
            return;
        }
        Arrays.fill(rows, count * n, count * n + n, 0);
        rows[count * n + joint] = sign;
        add(model.stops, left - model.stops.margin(), sign * speed, jointWeight[joint], STOP);
    }

    private void end(
            final int link,
            final PlanarCapsule capsule,
            final double px,
            final double pz,
            final double[] state,
            final int speeds) {
        final double height = motion.worldZ(link, px, pz) - capsule.radiusM();
        if (height >= model.ground.margin()) {
            return;
        }
        motion.point(link, motion.worldX(link, px, pz), height / 2, rows, count * n);
        final double distance = height - model.ground.margin();
        add(model.ground, distance, speed(count, state, speeds), linkWeight[link], capsule.friction());
        aim[count] = model.ground.aim(0, speed(count, state, speeds), 0);
        softened[count] = softened[count - 1];
        friction[count] = ALONG;
        count++;
    }

    private void add(
            final Softness softness, final double distance, final double rate, final double weight, final double rubs) {
        final double share = softness.share(distance);
        aim[count] = softness.aim(distance, rate, share);
        softened[count] = (1 - share) / share * weight;
        friction[count] = rubs;
        count++;
    }

    private double speed(final int row, final double[] state, final int at) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum += rows[row * n + j] * state[at + j];
        }
        return sum;
    }

    /**
     * Whether anything touches or is stopped.
     *
     * @return true when there are rows
     */
    boolean any() {
        return count > 0;
    }

    /**
     * Adds the rows' forces.
     *
     * @param factor of the mass matrix
     * @param acceleration of the joints without the rows
     * @param applied on the joints, added to
     */
    void apply(final Cholesky factor, final double[] acceleration, final double[] applied) {
        for (int r = 0; r < count; r++) {
            System.arraycopy(rows, r * n, white, r * n, n);
            factor.forward(white, r * n);
            force[r] = 0;
            aim[r] = speed(r, acceleration, 0) - aim[r];
        }
        for (int r = 0; r < count; r++) {
            for (int c = 0; c <= r; c++) {
                double sum = 0;
                for (int j = 0; j < n; j++) {
                    sum += white[r * n + j] * white[c * n + j];
                }
                delassus[r * count + c] = sum;
                delassus[c * count + r] = sum;
            }
        }
        for (int r = 0; r < count; r++) {
            delassus[r * count + r] += softened[r];
        }
        for (int sweep = 0; sweep < SWEEPS && sweep() > SETTLED; sweep++) {
            // until forces stay
        }
        for (int r = 0; r < count; r++) {
            for (int j = 0; j < n; j++) {
                applied[j] += rows[r * n + j] * force[r];
            }
        }
    }

    /** One pass; the greatest change of acceleration, m/s^2 or rad/s^2. */
    private double sweep() {
        double most = 0;
        for (int r = 0; r < count; r++) {
            if (friction[r] == STOP) {
                final double diagonal = delassus[r * count + r];
                most = Math.max(most, change(r, Math.max(0, force[r] - residual(r) / diagonal)));
            } else if (friction[r] >= 0) {
                most = Math.max(most, touch(r));
            }
        }
        return most;
    }

    private double residual(final int r) {
        double sum = aim[r];
        for (int c = 0; c < count; c++) {
            sum += delassus[r * count + c] * force[c];
        }
        return sum;
    }

    private double change(final int r, final double next) {
        final double change = Math.abs(next - force[r]) * delassus[r * count + r];
        force[r] = next;
        return change;
    }

    /** The best two forces of a contact while all others stay: inside of its cone, or on one of its two edges. */
    private double touch(final int r) {
        final double hz = delassus[r * count + r];
        final double hx = delassus[(r + 1) * count + r + 1];
        final double hc = delassus[r * count + r + 1];
        final double gz = residual(r) - hz * force[r] - hc * force[r + 1];
        final double gx = residual(r + 1) - hc * force[r] - hx * force[r + 1];
        final double determinant = hz * hx - hc * hc;
        double up = (hc * gx - hx * gz) / determinant;
        double along = (hc * gz - hz * gx) / determinant;
        if (!(Math.abs(along) <= friction[r] * up)) {
            final double mu = friction[r];
            final double forward = hz + 2 * mu * hc + mu * mu * hx;
            final double backward = hz - 2 * mu * hc + mu * mu * hx;
            final double pull = Math.max(0, -(gz + mu * gx));
            final double push = Math.max(0, -(gz - mu * gx));
            final boolean isForward = pull * pull / forward >= push * push / backward;
            up = isForward ? pull / forward : push / backward;
            along = isForward ? mu * up : -mu * up;
        }
        return Math.max(change(r, up), change(r + 1, along));
    }
}
