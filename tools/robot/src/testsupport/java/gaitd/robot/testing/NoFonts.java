package gaitd.robot.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** An environment for {@link ChildJvm} where text cannot be drawn, as there are no fonts: as good as a system without the libraries. */
public final class NoFonts {
    private NoFonts() {}

    /** Variables of it; Java remembers fonts in people's homes, so there has to be another one. */
    public static Map<String, String> in(final Path folder) throws IOException {
        final Path none = Files.writeString(folder.resolve("no-fonts.conf"), "<fontconfig></fontconfig>\n");
        final Path home = Files.createDirectories(folder.resolve("no-fonts-home"));
        return Map.of("FONTCONFIG_FILE", none.toString(), "JAVA_TOOL_OPTIONS", "-Duser.home=" + home);
    }
}
