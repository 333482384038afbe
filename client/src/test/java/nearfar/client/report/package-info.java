@NullMarked
package nearfar.client.report;

import org.jspecify.annotations.NullMarked;
