package gaitd.sim.planar;

import java.util.Locale;

/** Writer of a chain and its ground in MuJoCo's modelling language; torques are applied to the joints, which come in the chain's order. */
public final class PlanarMjcf {
    private final PlanarModel model;

    private PlanarMjcf(final PlanarModel model) {
        this.model = model;
    }

    /**
     * Writes a scene, where links touch the ground and nothing else.
     *
     * @param model the chain, each link directly behind its parent or a sibling's last descendant
     * @param stepS length of a step, s
     * @return the XML text
     */
    public static String scene(final PlanarModel model, final double stepS) {
        final StringBuilder xml = new StringBuilder();
        xml.append("<mujoco><compiler angle=\"radian\"/>")
                .append(String.format(
                        Locale.ROOT,
                        "<option timestep=\"%s\" gravity=\"0 0 -%s\" integrator=\"Euler\" solver=\"Newton\" cone=\"elliptic\""
                                + " tolerance=\"1e-14\" iterations=\"200\"><flag warmstart=\"disable\"/></option><worldbody>",
                        stepS,
                        PlanarMotion.GRAVITY_M_S2));
        if (model.ground != null) {
            xml.append(String.format(
                    Locale.ROOT,
                    "<geom type=\"plane\" size=\"40 40 1\" contype=\"1\" conaffinity=\"1\" friction=\"0 0 0\" %s/>",
                    soft("", model.ground)));
        }
        new PlanarMjcf(model).body(xml, -1);
        return xml.append("</worldbody></mujoco>").toString();
    }

    private static String soft(final String of, final Softness softness) {
        return String.format(
                Locale.ROOT,
                "solref%s=\"%s 1\" solimp%s=\"%s %s %s\" margin=\"%s\"",
                of,
                softness.timeS(),
                of,
                softness.least(),
                softness.most(),
                softness.width(),
                softness.margin());
    }

    private void body(final StringBuilder xml, final int parent) {
        for (int i = 0; i < model.size(); i++) {
            if (model.links.get(i).parent() == parent) {
                link(xml, i);
            }
        }
    }

    private void link(final StringBuilder xml, final int i) {
        final PlanarLink link = model.links.get(i);
        xml.append(String.format(Locale.ROOT, "<body pos=\"%s 0 %s\">", link.xM(), link.zM()));
        joint(xml, link);
        if (model.massKg[i] == 0) {
            xml.append("<inertial pos=\"0 0 0\" mass=\"1e-12\" diaginertia=\"1e-12 1e-12 1e-12\"/>");
        } else {
            xml.append(String.format(
                    Locale.ROOT,
                    "<inertial pos=\"%1$s 0 %2$s\" mass=\"%3$s\" diaginertia=\"%4$s %4$s %4$s\"/>",
                    model.comX[i],
                    model.comZ[i],
                    model.massKg[i],
                    model.inertia[i]));
        }
        if (model.ground != null) {
            for (final PlanarCapsule c : link.capsules()) {
                xml.append(String.format(
                        Locale.ROOT,
                        "<geom type=\"capsule\" fromto=\"%s 0 %s %s 0 %s\" size=\"%s\" contype=\"1\" conaffinity=\"0\""
                                + " friction=\"%s 0 0\" %s/>",
                        c.x1M(),
                        c.z1M(),
                        c.x2M(),
                        c.z2M(),
                        c.radiusM(),
                        c.friction(),
                        soft("", model.ground)));
            }
        }
        body(xml, i);
        xml.append("</body>");
    }

    private void joint(final StringBuilder xml, final PlanarLink link) {
        final PlanarLink.JointDrive drive = link.drive();
        final boolean limited = drive.min() > Double.NEGATIVE_INFINITY;
        final String axis = switch (link.joint()) {
            case SLIDE_X -> "slide\" axis=\"1 0 0";
            case SLIDE_Z -> "slide\" axis=\"0 0 1";
            case HINGE -> "hinge\" axis=\"0 1 0";
            case HINGE_REVERSED -> "hinge\" axis=\"0 -1 0";
        };
        xml.append(String.format(
                Locale.ROOT,
                "<joint type=\"%s\" limited=\"%s\" range=\"%s %s\" stiffness=\"%s\" damping=\"%s\" armature=\"%s\" %s/>",
                axis,
                limited,
                limited ? drive.min() : 0,
                limited ? drive.max() : 1,
                drive.stiffness(),
                drive.damping(),
                drive.armature(),
                soft("limit", model.stops)));
    }
}
