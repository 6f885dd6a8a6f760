package gaitd.sim.robot;

import gaitd.hal.leg.RobotKind;
import gaitd.policies.text.Words;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;

/** The kind of robot that is simulated: an A1, and a controller of another kind is refused. */
public final class SimulatedKind {
    private SimulatedKind() {}

    /**
     * Refuses the controller of another robot.
     *
     * @param config of the controller
     * @throws ConfigException when it has the legs of another kind
     */
    public static void check(final Config config) {
        final RobotKind kind = config.get(ChoiceSetting.ROBOT_KIND);
        if (kind != RobotKind.A1) {
            throw new ConfigException(ChoiceSetting.ROBOT_KIND.key + " = " + Words.lower(kind)
                    + ": only an A1 is simulated; leave it out, or give a real robot's address");
        }
    }
}
