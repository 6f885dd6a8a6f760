package gaitd.bench.physics;

import gaitd.hal.A1;
import gaitd.runtime.config.Refusal;
import gaitd.sim.Engine;
import gaitd.sim.engine.DynamicsReadout;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.mujoco.MujocoDynamics;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Accelerations of a robot in free space in random states, by both engines. */
public final class AccelerationTrial {
    private static final int TRUNK = 6;

    private AccelerationTrial() {}

    /**
     * Greatest difference over random states, as a share of the greatest acceleration of the state.
     *
     * @param states how many
     * @param seed decides the states
     * @return relative error
     * @throws Refusal when MuJoCo refuses
     */
    public static double worst(final int states, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final RobotModel model = RobotModel.a1().withJointLosses(0, 0);
        final DynamicsReadout ours = new DynamicsReadout(model);
        final double[] none = new double[3];
        final double[] expected = new double[TRUNK + A1.JOINTS];
        final double[] actual = new double[TRUNK + A1.JOINTS];
        double worst = 0;
        try (MujocoDynamics theirs = new MujocoDynamics(Engine.library(), model)) {
            for (int state = 0; state < states; state++) {
                final double[] position = draw(random, 3, 1);
                final double[] quaternion = unit(draw(random, 4, 1));
                final double[] q = new double[A1.JOINTS];
                for (int j = 0; j < A1.JOINTS; j++) {
                    q[j] = random.nextDouble(RobotModel.positionMinRad(j), RobotModel.positionMaxRad(j));
                }
                final double[] linear = draw(random, 3, 2);
                final double[] angular = draw(random, 3, 5);
                final double[] dq = draw(random, A1.JOINTS, 15);
                final double[] torque = draw(random, A1.JOINTS, 30);
                theirs.acceleration(
                        join(position, quaternion, q), join(linear, angular, dq), join(none, none, torque), expected);
                ours.update(position, quaternion, linear, angular, q, dq);
                ours.acceleration(torque, none, none, actual);
                worst = Math.max(worst, difference(expected, actual));
            }
        } catch (final IOException e) {
            throw new Refusal(e.getMessage(), e);
        }
        return worst;
    }

    private static double difference(final double[] expected, final double[] actual) {
        double scale = 1;
        double most = 0;
        for (int i = 0; i < expected.length; i++) {
            scale = Math.max(scale, Math.abs(expected[i]));
            most = Math.max(most, Math.abs(expected[i] - actual[i]));
        }
        return most / scale;
    }

    private static double[] draw(final SplittableRandom random, final int count, final double most) {
        return random.doubles(count, -most, most).toArray();
    }

    private static double[] unit(final double[] of) {
        double square = 0;
        for (final double value : of) {
            square += value * value;
        }
        final double scale = 1 / Math.sqrt(square);
        for (int i = 0; i < of.length; i++) {
            of[i] *= scale;
        }
        return of;
    }

    private static double[] join(final double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }
}
