package gaitd.sim.mujoco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.learn.RandomStream;
import gaitd.sim.planar.PlanarChains;
import gaitd.sim.planar.PlanarDynamics;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chains of the textbook tasks against MuJoCo, under the same torques. */
class PlanarAgreementTest {
    private static final double STEP_S = 0.002;

    /** In the air and off the stops, on the ground, and against the stops too: the equations are the same, only solvers differ. */
    @ParameterizedTest
    @CsvSource({
        "half-cheetah, 5, 0.2",
        "hopper, 5, 0.2",
        "double-pendulum, 5, 0.2",
        "half-cheetah, 0, 0.1",
        "hopper, 0, 0.1",
        "half-cheetah, 0, 1",
        "hopper, 0, 1"
    })
    void movesAlike(final String name, final double lift, final double share) throws IOException {
        final PlanarChains chain = PlanarChains.of(name);
        final int n = chain.size();
        final RandomStream random = new RandomStream(3);
        final PlanarDynamics dynamics = new PlanarDynamics(chain.model(), STEP_S);
        final double[] ours = chain.rest(lift);
        final double[] theirs = ours.clone();
        final double[] torque = new double[n];
        try (MujocoChain mujoco = new MujocoChain(Mujoco.library(), chain.model(), STEP_S)) {
            for (int step = 0; step < 100; step++) {
                for (int i = 0; i < n && step % 10 == 0; i++) {
                    torque[i] = share * chain.gear(i) * random.nextDouble(-1, 1);
                }
                dynamics.step(ours, 0, torque);
                mujoco.step(theirs, 0, torque);
                assertArrayEquals(theirs, ours, 1e-8, "step " + step);
            }
        }
        assertTrue(lift > 0 || touched(chain, ours), "nothing touched");
    }

    /** Without ground it would have fallen by 0.2 m. */
    private static boolean touched(final PlanarChains chain, final double[] state) {
        return state[1] > chain.rest(0)[1] - 0.15;
    }

    /** A state is all there is: other states in between change no bit. */
    @Test
    void mujocoKeepsNothingFromStepToStep() throws IOException {
        final PlanarChains chain = PlanarChains.of("hopper");
        final double[] torque = new double[chain.size()];
        try (MujocoChain mujoco = new MujocoChain(Mujoco.library(), chain.model(), STEP_S)) {
            final double[] alone = chain.rest(0);
            final double[] between = chain.rest(0);
            for (int step = 0; step < 50; step++) {
                mujoco.step(alone, 0, torque);
            }
            for (int step = 0; step < 50; step++) {
                mujoco.step(between, 0, torque);
                mujoco.step(chain.rest(-0.1), 0, torque);
            }
            assertArrayEquals(alone, between);
        }
    }

    @Test
    void aStateThatIsNoneBecomesNan() throws IOException {
        final PlanarChains chain = PlanarChains.of("double-pendulum");
        try (MujocoChain mujoco = new MujocoChain(Mujoco.library(), chain.model(), STEP_S)) {
            final double[] state = chain.rest(0);
            state[4] = Double.POSITIVE_INFINITY;
            mujoco.step(state, 0, new double[3]);
            assertEquals(Double.NaN, state[0]);
            assertEquals(Double.NaN, state[5]);
        }
    }
}
