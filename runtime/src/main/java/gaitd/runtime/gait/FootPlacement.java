package gaitd.runtime.gait;

import gaitd.hal.A1;
import gaitd.policies.cpg.FootPath;
import java.util.Arrays;

/**
 * Places the swinging feet further toward where the trunk drifts: offset = gain x (velocity - wanted velocity).
 *
 * <p>The offset moves during swing and stays while the foot stands. Levelled heading axes. Called once a tick.
 */
final class FootPlacement {
    private static final double MAX_M = 0.12;

    /** Offset of each foot, 4 x 2 (x, y), m. */
    final double[] offset = new double[2 * A1.LEGS];

    private final double[] liftOff = new double[2 * A1.LEGS];
    private final boolean[] wasStance = new boolean[A1.LEGS];
    private final double gainS;

    FootPlacement(final double gainS) {
        this.gainS = gainS;
    }

    void reset() {
        Arrays.fill(offset, 0);
        Arrays.fill(liftOff, 0);
    }

    /** Begins with the offsets that the feet have from their paths; nominal places and feet in levelled axes, 4 x 3, m. */
    void begin(final double[] nominal, final FootPath path, final double[] footLevel) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final int i = 2 * leg;
            offset[i] = Math.clamp(footLevel[3 * leg] - nominal[3 * leg] - path.dx[leg], -MAX_M, MAX_M);
            offset[i + 1] = Math.clamp(footLevel[3 * leg + 1] - nominal[3 * leg + 1] - path.dy[leg], -MAX_M, MAX_M);
            liftOff[i] = offset[i];
            liftOff[i + 1] = offset[i + 1];
            wasStance[leg] = path.stance[leg];
        }
    }

    void update(final FootPath path, final double errorX, final double errorY) {
        final double goalX = Math.clamp(gainS * errorX, -MAX_M, MAX_M);
        final double goalY = Math.clamp(gainS * errorY, -MAX_M, MAX_M);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final int i = 2 * leg;
            if (path.stance[leg]) {
                wasStance[leg] = true;
                continue;
            }
            if (wasStance[leg]) {
                liftOff[i] = offset[i];
                liftOff[i + 1] = offset[i + 1];
                wasStance[leg] = false;
            }
            final double s = path.swingProgress[leg];
            final double blend = s * s * (3 - 2 * s);
            offset[i] = liftOff[i] + blend * (goalX - liftOff[i]);
            offset[i + 1] = liftOff[i + 1] + blend * (goalY - liftOff[i + 1]);
        }
    }
}
