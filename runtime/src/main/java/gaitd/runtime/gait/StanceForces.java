package gaitd.runtime.gait;

import gaitd.hal.A1;
import java.util.Arrays;

/**
 * Distributes a wanted force and moment on the trunk over the standing feet, with the least forces.
 *
 * <p>With A the 6 x 12 map from foot forces to force and moment about the trunk origin and W the feet's weights, the
 * forces are W A' (A W A' + E)^-1 b; E keeps directions out of reach (two feet cannot turn the trunk about the line
 * between them) from growing. Each force is then kept inside a friction cone. Levelled heading axes throughout. Called
 * once a tick; allocates nothing.
 */
final class StanceForces {
    private static final int N = 6;
    private static final double FRICTION = 0.55;
    private static final double FORCE_REGULAR = 1e-6;
    private static final double MOMENT_REGULAR = 2e-3;

    /** Force of the ground on each foot, 4 x 3, N. */
    final double[] force = new double[3 * A1.LEGS];

    private final double[] m = new double[N * N];
    private final double[] x = new double[N];

    /**
     * Solves for {@link #force}.
     *
     * @param foot feet from the trunk origin, 4 x 3, m
     * @param weight weight of each foot, 0 (in the air) to 1
     * @param wrench wanted force (3, N) and moment (3, N m)
     * @param maxForceN largest vertical force of a foot, N
     */
    void solve(final double[] foot, final double[] weight, final double[] wrench, final double maxForceN) {
        assemble(foot, weight);
        System.arraycopy(wrench, 0, x, 0, N);
        factor();
        substitute();
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final int i = 3 * leg;
            final double w = weight[leg];
            final double fx = w * (x[0] + x[4] * foot[i + 2] - x[5] * foot[i + 1]);
            final double fy = w * (x[1] + x[5] * foot[i] - x[3] * foot[i + 2]);
            final double fz = Math.clamp(w * (x[2] + x[3] * foot[i + 1] - x[4] * foot[i]), 0.0, maxForceN);
            final double side = Math.sqrt(fx * fx + fy * fy);
            final double scale = side > FRICTION * fz ? FRICTION * fz / side : 1.0;
            force[i] = scale * fx;
            force[i + 1] = scale * fy;
            force[i + 2] = fz;
        }
    }

    /** Lower triangle of A W A' + E. */
    private void assemble(final double[] foot, final double[] weight) {
        double s = 0;
        double sx = 0;
        double sy = 0;
        double sz = 0;
        double xx = 0;
        double yy = 0;
        double zz = 0;
        double xy = 0;
        double xz = 0;
        double yz = 0;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final double w = weight[leg];
            final double px = foot[3 * leg];
            final double py = foot[3 * leg + 1];
            final double pz = foot[3 * leg + 2];
            s += w;
            sx += w * px;
            sy += w * py;
            sz += w * pz;
            xx += w * px * px;
            yy += w * py * py;
            zz += w * pz * pz;
            xy += w * px * py;
            xz += w * px * pz;
            yz += w * py * pz;
        }
        Arrays.fill(m, 0.0);
        m[0] = s + FORCE_REGULAR;
        m[7] = s + FORCE_REGULAR;
        m[14] = s + FORCE_REGULAR;
        m[19] = -sz;
        m[20] = sy;
        m[24] = sz;
        m[26] = -sx;
        m[30] = -sy;
        m[31] = sx;
        m[21] = yy + zz + MOMENT_REGULAR;
        m[28] = xx + zz + MOMENT_REGULAR;
        m[35] = xx + yy + MOMENT_REGULAR;
        m[27] = -xy;
        m[33] = -xz;
        m[34] = -yz;
    }

    private void factor() {
        for (int j = 0; j < N; j++) {
            double d = m[N * j + j];
            for (int k = 0; k < j; k++) {
                d -= m[N * j + k] * m[N * j + k];
            }
            final double root = Math.sqrt(Math.max(d, 1e-12));
            m[N * j + j] = root;
            for (int i = j + 1; i < N; i++) {
                double v = m[N * i + j];
                for (int k = 0; k < j; k++) {
                    v -= m[N * i + k] * m[N * j + k];
                }
                m[N * i + j] = v / root;
            }
        }
    }

    private void substitute() {
        for (int i = 0; i < N; i++) {
            double v = x[i];
            for (int k = 0; k < i; k++) {
                v -= m[N * i + k] * x[k];
            }
            x[i] = v / m[N * i + i];
        }
        for (int i = N - 1; i >= 0; i--) {
            double v = x[i];
            for (int k = i + 1; k < N; k++) {
                v -= m[N * k + i] * x[k];
            }
            x[i] = v / m[N * i + i];
        }
    }
}
