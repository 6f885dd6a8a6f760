package gaitd.sim.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.policies.learn.RandomStream;
import gaitd.sim.planar.PlanarChains;
import gaitd.sim.planar.PlanarDynamics;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chains of the textbook tasks against MuJoCo, under the same torques. */
class PlanarAgreementTest {
    private static final double STEP_S = 0.002;

    /** In the air and off the stops the equations are the same. */
    @ParameterizedTest
    @CsvSource({"half-cheetah, 0.2", "hopper, 0.2", "double-pendulum, 0.2"})
    void movesAlikeInTheAir(final String name, final double torque) throws IOException {
        assertEquals(0, difference(PlanarChains.of(name, false), 5, torque, 100), 1e-9);
    }

    /** On the ground the models of contact are alike, not equal: over a fifth of a second. */
    @ParameterizedTest
    @CsvSource({"half-cheetah, 0.1", "hopper, 0.05"})
    void movesMuchAlikeOnTheGround(final String name, final double most) throws IOException {
        assertEquals(0, difference(PlanarChains.of(name, true), 0, 0.1, 100), most);
    }

    /** Greatest difference of a velocity in a number of steps, m/s or rad/s. */
    private static double difference(final PlanarChains chain, final double lift, final double share, final int steps)
            throws IOException {
        final int n = chain.size();
        final RandomStream random = new RandomStream(3);
        final PlanarDynamics dynamics = new PlanarDynamics(chain.model());
        final double[] state = chain.rest(lift);
        final double[] torque = new double[n];
        double most = 0;
        try (NativeModel scene = new NativeModel(Mujoco.library(), chain.mjcf(STEP_S))) {
            final MemorySegment q = scene.array(Field.DATA_QPOS, n);
            final MemorySegment v = scene.array(Field.DATA_QVEL, n);
            final MemorySegment applied = scene.array(Field.DATA_QFRC_APPLIED, n);
            scene.reset();
            for (int i = 0; i < n; i++) {
                q.setAtIndex(JAVA_DOUBLE, i, state[i]);
            }
            for (int step = 0; step < steps; step++) {
                for (int i = 0; i < n; i++) {
                    torque[i] = step % 10 == 0 ? share * chain.gear(i) * random.nextDouble(-1, 1) : torque[i];
                    applied.setAtIndex(JAVA_DOUBLE, i, torque[i]);
                }
                dynamics.step(state, 0, torque, STEP_S);
                scene.step();
                for (int i = 0; i < n; i++) {
                    most = Math.max(most, Math.abs(state[n + i] - v.getAtIndex(JAVA_DOUBLE, i)));
                }
            }
        }
        return most;
    }
}
