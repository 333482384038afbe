/**
 * The report on a lab, computed from its log: the exchanges of every client since the last change
 * of the link. {@link nearfar.client.report.LabLog} reads the log, {@link
 * nearfar.client.report.Report} computes the statistics, {@link nearfar.client.report.TextReport}
 * and {@link nearfar.client.report.JsonReport} print them.
 */
@NullMarked
package nearfar.client.report;

import org.jspecify.annotations.NullMarked;
