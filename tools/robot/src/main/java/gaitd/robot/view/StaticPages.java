package gaitd.robot.view;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The fixed list of files the server serves, read from the class path once. A path that is not in it does not exist. */
final class StaticPages {
    private static final String OURS = "/gaitd/view/";
    private static final String THREE_VERSION = "/META-INF/maven/org.webjars.npm/three/pom.properties";
    private static final String THREE_ROOT = "/META-INF/resources/webjars/three/";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String CSS = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private final Map<String, Page> pages = new TreeMap<>();

    private StaticPages() {}

    /**
     * Files of the page of a run.
     *
     * @return all of them
     * @throws IOException when the program was built without one of them
     */
    static StaticPages ofRun() throws IOException {
        final StaticPages all = new StaticPages();
        all.page("index.html", "style.css", "dashboard.css");
        all.scripts("view.js", "stream.js", "robot.js", "stage.js", "plots.js", "panel.js", "motion.js");
        all.scripts("controls.js", "driver.js", "guards.js", "timeline.js");
        final String three = THREE_ROOT + threeVersion();
        all.pages.put("/three/three.module.min.js", new Page(SCRIPT, read(three + "/build/three.module.min.js")));
        all.pages.put("/three/three.core.min.js", new Page(SCRIPT, read(three + "/build/three.core.min.js")));
        all.addOn("OrbitControls.js", three + "/examples/jsm/controls/");
        all.addOn("RoundedBoxGeometry.js", three + "/examples/jsm/geometries/");
        all.addOn("RoomEnvironment.js", three + "/examples/jsm/environments/");
        return all;
    }

    /**
     * Files of the page of a training.
     *
     * @return all of them
     * @throws IOException when the program was built without one of them
     */
    static StaticPages ofTraining() throws IOException {
        final StaticPages all = new StaticPages();
        all.page("training.html", "style.css", "training.css");
        all.scripts("training.js", "curves.js", "plots.js");
        return all;
    }

    private void page(final String html, final String... styles) throws IOException {
        pages.put("/", new Page(HTML, read(OURS + html)));
        for (final String style : styles) {
            pages.put("/" + style, new Page(CSS, read(OURS + style)));
        }
    }

    private void scripts(final String... names) throws IOException {
        for (final String name : names) {
            pages.put("/" + name, new Page(SCRIPT, read(OURS + name)));
        }
    }

    /**
     * Finds a file.
     *
     * @param path path of the request, as sent
     * @return the file, or null
     */
    Page find(final String path) {
        return pages.get(path);
    }

    /** Browsers resolve the add-ons' bare module name only with an inline map; a relative one needs none. */
    private void addOn(final String name, final String folder) throws IOException {
        final String text = new String(read(folder + name), StandardCharsets.UTF_8);
        final String resolved = text.replace("from 'three';", "from './three.module.min.js';");
        pages.put("/three/" + name, new Page(SCRIPT, resolved.getBytes(StandardCharsets.UTF_8)));
    }

    private static String threeVersion() throws IOException {
        final Properties properties = new Properties();
        try (InputStream in = open(THREE_VERSION)) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }

    private static byte[] read(final String resource) throws IOException {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        }
    }

    private static InputStream open(final String resource) throws IOException {
        final InputStream in = StaticPages.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException(
                    "the live page's file " + resource + " is missing from this build; build gaitd again");
        }
        return in;
    }

    /** A file as it is sent. */
    static final class Page {
        /** Value of the header. */
        final String contentType;
        /** The body, not modified. */
        final byte[] bytes;

        private Page(final String contentType, final byte[] bytes) {
            this.contentType = contentType;
            this.bytes = bytes;
        }
    }
}
