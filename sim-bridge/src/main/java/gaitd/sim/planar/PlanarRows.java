package gaitd.sim.planar;

import java.util.Arrays;

/**
 * Forces of stops and of the ground on a chain: soft rows, solved together by projected Gauss-Seidel.
 *
 * <p>A contact has a row along z and one along x, whose force is within friction times that of the first. Allocates nothing after
 * construction.
 */
final class PlanarRows {
    private static final int SWEEPS = 60;
    private static final double SETTLED = 1e-10;

    private final PlanarModel model;
    private final PlanarMotion motion;
    private final int n;
    private final double[] rows;
    private final double[] white;
    private final double[] delassus;
    private final double[] aim;
    private final double[] share;
    private final double[] softened;
    private final double[] force;
    /** Of a row along x: friction; of any other: negative. */
    private final double[] friction;

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
        share = new double[most];
        softened = new double[most];
        force = new double[most];
        friction = new double[most];
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
        add(model.stops, left - model.stops.margin(), sign * speed, -1);
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
        add(model.ground, distance, speed(count, state, speeds), -1);
        aim[count] = model.ground.aim(0, speed(count, state, speeds), 0);
        share[count] = share[count - 1];
        friction[count] = capsule.friction();
        count++;
    }

    private void add(final Softness softness, final double distance, final double rate, final double slides) {
        share[count] = softness.share(distance);
        aim[count] = softness.aim(distance, rate, share[count]);
        friction[count] = slides;
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
     * Adds what the rows do to accelerations.
     *
     * @param factor of the mass matrix
     * @param acceleration without them, then with them
     */
    void apply(final Cholesky factor, final double[] acceleration) {
        if (count == 0) {
            return;
        }
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
            final int of = friction[r] >= 0 ? r - 1 : r;
            softened[r] = (1 - share[r]) / share[r] * delassus[of * count + of];
        }
        for (int sweep = 0; sweep < SWEEPS && sweep() > SETTLED; sweep++) {
            // until forces stay
        }
        for (int r = 0; r < count; r++) {
            factor.backward(white, r * n);
            for (int j = 0; j < n; j++) {
                acceleration[j] += white[r * n + j] * force[r];
            }
        }
    }

    /** One pass; the greatest change of acceleration, m/s^2 or rad/s^2. */
    private double sweep() {
        double most = 0;
        for (int r = 0; r < count; r++) {
            double residual = aim[r] + softened[r] * force[r];
            for (int c = 0; c < count; c++) {
                residual += delassus[r * count + c] * force[c];
            }
            final double diagonal = delassus[r * count + r] + softened[r];
            final double wanted = force[r] - residual / diagonal;
            final double bound = friction[r] >= 0 ? friction[r] * force[r - 1] : Double.POSITIVE_INFINITY;
            final double next = Math.clamp(wanted, friction[r] >= 0 ? -bound : 0, bound);
            most = Math.max(most, Math.abs(next - force[r]) * diagonal);
            force[r] = next;
        }
        return most;
    }
}
