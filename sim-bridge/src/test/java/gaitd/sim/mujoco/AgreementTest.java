package gaitd.sim.mujoco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gaitd.sim.engine.EmbeddedSimulator;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.engine.SimState;
import gaitd.sim.terrain.Terrain;
import org.junit.jupiter.api.Test;

/** The same robot in both engines. */
class AgreementTest {
    @Test
    void standsWhereTheEmbeddedEngineStands() throws Exception {
        final Held ours = new Held(new EmbeddedSimulator(RobotModel.a1(), Terrain.FLAT), 0.29);
        ours.run(5000, 55, 0.8);
        try (MujocoSimulator engine = new MujocoSimulator(Mujoco.library(), RobotModel.a1(), Terrain.FLAT)) {
            final Held robot = new Held(engine, 0.29);
            robot.run(5000, 55, 0.8);
            final SimState s = engine.state();
            assertEquals(ours.engine.state().basePosition[2], s.basePosition[2], 0.002);
            assertEquals(ours.tiltRad(), robot.tiltRad(), 0.01);
            assertEquals(12.453 * 9.81, robot.normalForceN(), 0.1);
            assertFalse(s.bodyContact);
        }
    }
}
