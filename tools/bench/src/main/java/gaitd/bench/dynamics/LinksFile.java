package gaitd.bench.dynamics;

import gaitd.hal.A1;
import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import gaitd.sim.engine.RobotModel;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reader of link data: a list {@code links} with name, parent, offset, mass, center_of_mass and inertia of each.
 *
 * <p>The tree must be the A1's: trunk and for FR FL RR RL hip, thigh and calf. A link without a joint on the trunk is a
 * payload.
 */
public final class LinksFile {
    private static final String[] LEGS = {"FR", "FL", "RR", "RL"};
    private static final String[] PARTS = {"hip", "thigh", "calf"};

    private LinksFile() {}

    /**
     * Reads a robot.
     *
     * @param file the JSON file
     * @return the robot, with the A1's losses
     * @throws IOException when it cannot be read or is not an A1, in one line
     */
    public static RobotModel read(final Path file) throws IOException {
        final JsonFields[] links = JsonFields.read(file).objects("links");
        final double[] mass = new double[RobotModel.LINKS];
        final double[] com = new double[3 * RobotModel.LINKS];
        final double[] inertia = new double[6 * RobotModel.LINKS];
        final double[] offset = new double[3 * RobotModel.LINKS];
        for (int link = 0; link < RobotModel.LINKS; link++) {
            final JsonFields node = find(links, name(link), file);
            mass[link] = node.number("mass");
            System.arraycopy(node.flat("center_of_mass", 3), 0, com, 3 * link, 3);
            System.arraycopy(node.flat("offset", 3), 0, offset, 3 * link, 3);
            System.arraycopy(inertia(node), 0, inertia, 6 * link, 6);
        }
        RobotModel model = RobotModel.ofLinks(mass, com, inertia, offset);
        for (final JsonFields node : links) {
            if (node.has("parent") && node.text("parent").equals("trunk") && !node.has("joint_axis")) {
                final double[] at = node.flat("offset", 3);
                final double[] centre = node.flat("center_of_mass", 3);
                for (int i = 0; i < 3; i++) {
                    centre[i] += at[i];
                }
                model = model.withPayload(node.number("mass"), centre, inertia(node));
            }
        }
        return model;
    }

    private static String name(final int link) {
        return link == 0 ? "trunk" : LEGS[(link - 1) / A1.JOINTS_PER_LEG] + "_" + PARTS[(link - 1) % A1.JOINTS_PER_LEG];
    }

    private static JsonFields find(final JsonFields[] links, final String name, final Path file)
            throws FormatException {
        for (final JsonFields node : links) {
            if (node.text("name").equals(name)) {
                return node;
            }
        }
        throw new FormatException(file + ": no link \"" + name + "\"");
    }

    private static double[] inertia(final JsonFields node) throws FormatException {
        final double[] m = node.flat("inertia", 9);
        return new double[] {m[0], m[4], m[8], m[1], m[2], m[5]};
    }
}
