package nearfar.lab.report;

import java.nio.file.Path;

/** Where a report was written. */
public record ReportFiles(Path html, Path json, Path xml) {}
