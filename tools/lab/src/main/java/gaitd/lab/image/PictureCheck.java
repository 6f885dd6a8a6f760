package gaitd.lab.image;

import gaitd.robot.doctor.Check;
import gaitd.robot.doctor.Finding;
import gaitd.robot.doctor.Machine;

/** Whether pictures can be drawn, for {@code gaitd doctor}. */
public final class PictureCheck implements Check {
    private static final String NAME = "pictures";

    /** Made by the service loader. */
    public PictureCheck() {}

    @Override
    public Finding look(final Machine machine) {
        final String missing = Glyphs.missing();
        return missing == null
                ? Finding.ok(NAME, "can be drawn")
                : Finding.warn(
                        NAME,
                        "cannot be drawn: " + missing,
                        "libraries that text is drawn with; train, eval and bench do without pictures until then",
                        "sudo " + Glyphs.INSTALL);
    }
}
