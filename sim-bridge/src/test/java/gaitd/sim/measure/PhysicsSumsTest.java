package gaitd.sim.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.sim.engine.SimState;
import org.junit.jupiter.api.Test;

class PhysicsSumsTest {
    private static final double STEP_S = 0.001;

    private final SimState state = new SimState();
    private final PhysicsSums sums = new PhysicsSums();

    @Test
    void brakingIsWorkLikeDriving() {
        state.motorTorque[0] = 10;
        state.dq[0] = 2;
        state.motorTorque[1] = -10;
        state.dq[1] = 1;
        sums.begin(state);
        for (int i = 0; i < 100; i++) {
            sums.add(state, STEP_S);
        }
        assertEquals(0.1, sums.timeS, 1e-12);
        assertEquals(3, sums.workJ, 1e-12);
        assertEquals(20, sums.torqueSquareN2M2S, 1e-9);
    }

    @Test
    void onlyFeetThatCarrySlide() {
        state.footForce[2] = 1.01;
        state.footForce[5] = 0.99;
        sums.begin(state);
        state.footPosition[0] = 0.003;
        state.footPosition[1] = 0.004;
        state.footPosition[3] = 0.5;
        sums.add(state, STEP_S);
        assertEquals(0.005, sums.slipM, 1e-12);
        state.footForce[5] = 2;
        sums.add(state, STEP_S);
        assertEquals(0.005, sums.slipM, 1e-12);
        state.footPosition[3] = 0.51;
        sums.add(state, STEP_S);
        assertEquals(0.015, sums.slipM, 1e-12);
    }

    @Test
    void countsStepsWithTheBodyOnTheGroundAndStartsAnew() {
        state.bodyContact = true;
        sums.add(state, STEP_S);
        sums.add(state, STEP_S);
        assertEquals(2, sums.bodyContactSteps);
        sums.begin(state);
        assertEquals(0, sums.bodyContactSteps);
        assertEquals(0, sums.timeS);
    }
}
