package gaitd.bench.dynamics;

import com.fasterxml.jackson.databind.JsonNode;
import gaitd.hal.A1;
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
        final JsonNode links = JsonFields.list(JsonFields.read(file), "links", file);
        final double[] mass = new double[RobotModel.LINKS];
        final double[] com = new double[3 * RobotModel.LINKS];
        final double[] inertia = new double[6 * RobotModel.LINKS];
        final double[] offset = new double[3 * RobotModel.LINKS];
        for (int link = 0; link < RobotModel.LINKS; link++) {
            final JsonNode node = find(links, name(link), file);
            mass[link] = JsonFields.numbers(node, "mass", 1, file)[0];
            System.arraycopy(JsonFields.numbers(node, "center_of_mass", 3, file), 0, com, 3 * link, 3);
            System.arraycopy(JsonFields.numbers(node, "offset", 3, file), 0, offset, 3 * link, 3);
            System.arraycopy(inertia(node, file), 0, inertia, 6 * link, 6);
        }
        RobotModel model = RobotModel.ofLinks(mass, com, inertia, offset);
        for (final JsonNode node : links) {
            if ("trunk".equals(node.path("parent").asText(null))
                    && node.path("joint_axis").isNull()) {
                final double[] at = JsonFields.numbers(node, "offset", 3, file);
                final double[] centre = JsonFields.numbers(node, "center_of_mass", 3, file);
                for (int i = 0; i < 3; i++) {
                    centre[i] += at[i];
                }
                model = model.withPayload(JsonFields.numbers(node, "mass", 1, file)[0], centre, inertia(node, file));
            }
        }
        return model;
    }

    private static String name(final int link) {
        return link == 0 ? "trunk" : LEGS[(link - 1) / A1.JOINTS_PER_LEG] + "_" + PARTS[(link - 1) % A1.JOINTS_PER_LEG];
    }

    private static JsonNode find(final JsonNode links, final String name, final Path file) throws IOException {
        for (final JsonNode node : links) {
            if (name.equals(node.path("name").asText())) {
                return node;
            }
        }
        throw new IOException(file + ": no link \"" + name + "\"");
    }

    private static double[] inertia(final JsonNode node, final Path file) throws IOException {
        final double[] m = JsonFields.numbers(node, "inertia", 9, file);
        return new double[] {m[0], m[4], m[8], m[1], m[2], m[5]};
    }
}
