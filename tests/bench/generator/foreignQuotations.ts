/** What do people say who are quoted in another language than the story's? A few sober sentences in each. */

export interface ForeignQuotation {
  /** A language tag (BCP 47). */
  readonly language: string
  readonly text: string
}

export const foreignQuotations: readonly ForeignQuotation[] = [
  { language: 'el', text: 'Το σχέδιο του λιμανιού θα εξεταστεί ξανά.' },
  { language: 'el', text: 'Δεν έχουμε απόφαση για τη γέφυρα.' },
  { language: 'ja', text: '橋の計画はもう一度見直します。' },
  { language: 'ja', text: '水道の工事は来月から始まります。' },
  { language: 'ar', text: 'سنراجع خطة الميناء مرة أخرى.' },
  { language: 'ar', text: 'لم نقرر شيئا بشأن الجسر بعد.' },
  { language: 'de', text: 'Über die Brücke wird später entschieden.' },
  { language: 'fr', text: 'Le tramway n’était pas prêt cet été-là.' },
  { language: 'pt', text: 'A votação ficou para a próxima estação.' },
  { language: 'pl', text: 'Umowa na prom została przedłużona.' },
  { language: 'tr', text: 'Köprü için henüz karar verilmedi.' },
  { language: 'he', text: 'נבדוק שוב את תוכנית הנמל.' },
]
