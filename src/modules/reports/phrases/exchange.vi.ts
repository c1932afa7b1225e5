/** Figures out to other systems and in from files, on the screen and at the command line. */
export const exchangeVi = {
  'reports.no_figures_yet': 'Chưa có số liệu nào để xuất: đơn vị chưa nhập, hoặc chưa gửi bản nào.',
} as const
